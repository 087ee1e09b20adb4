export const KeepPage = () => <h1>KeepPage</h1>
