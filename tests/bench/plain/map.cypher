MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'actors'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.name, r.kinds, r.validFrom, r.validTo, r.confidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'actors' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'standards'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.name, r.validFrom, r.validTo, r.confidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'standards' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'activities'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.name, r.validFrom, r.validTo, r.confidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'activities' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'offerings'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.name, r.provider, r.activities, r.validFrom, r.validTo, r.confidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'offerings' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'claims'}) WHERE r.identity IS NOT NULL
WITH collect([r.identity, r.about, r.activity, r.extent, r.lead, r.validFrom, r.validTo, r.confidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'claims' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'adoptions'}) WHERE r.identity IS NOT NULL
WITH collect([r.identity, r.actor, r.standard, r.extent, r.validFrom, r.validTo, r.confidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'adoptions' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'interfaces'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.a, r.b, r.name, r.validFrom, r.validTo, r.confidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'interfaces' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'relations'}) WHERE r.identity IS NOT NULL
WITH collect([r.identity, r.from, r.to, r.type, r.volume, r.validFrom, r.validTo, r.confidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'relations' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'initiatives'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.name, r.participants, r.startedOn, r.endedOn, r.validFrom, r.validTo, r.confidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'initiatives' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'agreements'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.customer, r.provider, r.validFrom, r.validTo, r.confidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'agreements' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'installations'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.customer, r.origin, r.units, r.installedYear, r.validFrom, r.validTo, r.confidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'installations' AS kind, list[at..at + 50] AS rows
