export { DEMONSTRATION_PASSWORD, loadPopulation, type SignIn, type Tell } from './load.ts'
export { generatePopulation } from './model/index.ts'
