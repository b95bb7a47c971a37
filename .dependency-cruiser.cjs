/** What README.md, "Map of the house", says in short: imports point one way. Each rule is a sentence. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Imports never go round in a circle.', {}, { circular: true }),
    forbid(
      'domain-is-pure',
      'domain imports nothing but domain and the calendar data package.',
      { path: '^domain/' },
      { pathNot: ['^domain/', 'node_modules/chinese-days/'] },
    ),
    forbid(
      'contract-knows-domain-only',
      'contract imports contract, domain and valibot.',
      { path: '^contract/' },
      { pathNot: ['^(contract|domain)/', 'node_modules/valibot/'] },
    ),
    forbid(
      'phone-knows-contract-and-domain',
      'miniprogram imports contract and domain, never functions or tools.',
      { path: '^miniprogram/' },
      { path: '^(cloudfunctions|local|tools|test)/' },
    ),
    forbid(
      'functions-know-contract-and-domain',
      'cloudfunctions import contract and domain, never the phone or tools.',
      { path: '^cloudfunctions/' },
      { path: '^(miniprogram|local|tools|test)/' },
    ),
    forbid(
      'functions-never-import-each-other',
      'What two functions need lives in _kit (platform), _store (repositories) or _deliver (messages).',
      { path: '^cloudfunctions/([a-z][^/]*)/' },
      { path: '^cloudfunctions/[a-z]', pathNot: '^cloudfunctions/($1|_kit|_store|_deliver)/' },
    ),
    forbid(
      'only-kit-and-store-touch-the-sdk',
      'Only _kit and _store import the platform SDK.',
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/(_kit|_store)/' },
      { path: 'node_modules/(@cloudbase|wx-server-sdk)/' },
    ),
    forbid(
      'store-plans-no-messages',
      '_store keeps documents; what messages follow from them is the business of _deliver.',
      { path: '^cloudfunctions/_store/' },
      { path: '^cloudfunctions/(?!_store|_kit)' },
    ),
    forbid(
      'kit-knows-no-store',
      '_kit knows the platform, not our documents.',
      { path: '^cloudfunctions/_kit/' },
      { path: '^cloudfunctions/(?!_kit)' },
    ),
    forbid(
      'nothing-imports-development-code',
      'Nothing that ships imports local, tools or test.',
      { path: '^(domain|contract|miniprogram|cloudfunctions)/' },
      { path: '^(local|tools|test)/' },
    ),
    forbid(
      'local-is-not-tests',
      'local and tools do not import test.',
      { path: '^(local|tools)/' },
      { path: '^test/' },
    ),
    forbid(
      'local-knows-no-tools',
      'tools build and start what local is; local does not import tools.',
      { path: '^local/' },
      { path: '^tools/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
