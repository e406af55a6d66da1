/** What to do about a tab that Calico's reader does not take. */
export const TAB_HELP = "write spaces instead of the tab";
