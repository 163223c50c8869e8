MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'actors'}) WHERE r.identity IS NOT NULL
RETURN 'actors' AS kind, [r.key, r.name, r.kinds, r.validFrom, r.validTo, r.confidence] AS row
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'standards'}) WHERE r.identity IS NOT NULL
RETURN 'standards' AS kind, [r.key, r.name, r.validFrom, r.validTo, r.confidence] AS row
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'activities'}) WHERE r.identity IS NOT NULL
RETURN 'activities' AS kind, [r.key, r.name, r.validFrom, r.validTo, r.confidence] AS row
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'offerings'}) WHERE r.identity IS NOT NULL
RETURN 'offerings' AS kind, [r.key, r.name, r.provider, r.activities, r.validFrom, r.validTo, r.confidence] AS row
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'claims'}) WHERE r.identity IS NOT NULL
RETURN 'claims' AS kind, [r.identity, r.about, r.activity, r.extent, r.lead, r.validFrom, r.validTo, r.confidence] AS row
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'adoptions'}) WHERE r.identity IS NOT NULL
RETURN 'adoptions' AS kind, [r.identity, r.actor, r.standard, r.extent, r.validFrom, r.validTo, r.confidence] AS row
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'interfaces'}) WHERE r.identity IS NOT NULL
RETURN 'interfaces' AS kind, [r.key, r.a, r.b, r.name, r.validFrom, r.validTo, r.confidence] AS row
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'relations'}) WHERE r.identity IS NOT NULL
RETURN 'relations' AS kind, [r.identity, r.from, r.to, r.type, r.volume, r.validFrom, r.validTo, r.confidence] AS row
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'initiatives'}) WHERE r.identity IS NOT NULL
RETURN 'initiatives' AS kind, [r.key, r.name, r.participants, r.startedOn, r.endedOn, r.validFrom, r.validTo, r.confidence] AS row
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'agreements'}) WHERE r.identity IS NOT NULL
RETURN 'agreements' AS kind, [r.key, r.customer, r.provider, r.validFrom, r.validTo, r.confidence] AS row
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'installations'}) WHERE r.identity IS NOT NULL
RETURN 'installations' AS kind, [r.key, r.customer, r.origin, r.units, r.installedYear, r.validFrom, r.validTo, r.confidence] AS row
