# The tool as an image: `docker build -t calicoctl .`, then `docker run --rm -v "$PWD:/w" calicoctl validate -f .`
ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts
COPY . .
# The packages that are left are what the bundles load: the driver of the embedded store.
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM ${NODE}
# Nothing installs packages in the image.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn-* \
  && ln -s /app/bin/calicoctl /usr/local/bin/calicoctl
WORKDIR /app
COPY --from=build /src/package.json /src/LICENSE ./
COPY --from=build /src/bin bin
COPY --from=build /src/dist dist
COPY --from=build /src/schemas schemas
COPY --from=build /src/node_modules node_modules
# The user `node` of the image.
USER 1000
WORKDIR /w
ENTRYPOINT ["calicoctl"]
