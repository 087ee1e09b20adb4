/** Address of the sheet of the platform's pages. It is named by its content, so the build writes it here. */
export const platformSheet = 'built:platform.css'
