export const CodePage = () => <h1>CodePage</h1>
