MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'evidence'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.title, r.publisher, r.url, r.publishedOn, r.retrievedOn, r.excerpt, r.reliability, r.credibility]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'evidence' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'capabilities'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.name, r.description]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'capabilities' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'actors'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.name, r.kinds, r.description, r.country, r.founded, r.employees, r.website, r.aliases, r.labels, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'actors' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'profiles'}) WHERE r.identity IS NOT NULL
WITH collect([r.actor, r.serviceReadiness, r.industrialInternetReadiness, r.dataSharing, r.digitalInfrastructure, r.ownCapabilities, r.innovativeness, r.ownership, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'profiles' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'actorCapabilities'}) WHERE r.identity IS NOT NULL
WITH collect([r.actor, r.capability, r.level, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'actorCapabilities' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'standards'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.name, r.code, r.status, r.body, r.domain, r.description, r.history, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'standards' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'adoptions'}) WHERE r.identity IS NOT NULL
WITH collect([r.actor, r.standard, r.extent, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'adoptions' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'activities'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.name, r.description, r.layer, r.required, r.importance, r.serviceness, r.requires, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'activities' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'claims'}) WHERE r.identity IS NOT NULL
WITH collect([r.by, r.about, r.activity, r.extent, r.lead, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'claims' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'offerings'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.name, r.description, r.provider, r.type, r.activities, r.value, r.contract, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'offerings' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'topics'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.name, r.question, r.low, r.high]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'topics' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'stances'}) WHERE r.identity IS NOT NULL
WITH collect([r.actor, r.topic, r.position, r.salience, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'stances' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'interfaces'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.a, r.b, r.name, r.candidates, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'interfaces' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'controlSystems'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.name, r.vendor]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'controlSystems' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'installations'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.customer, r.origin, r.units, r.installedYear, r.controlSystem, r.connected, r.history, r.equipment, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'installations' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'agreements'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.provider, r.customer, r.security, r.ownership, r.contract, r.benefit, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'agreements' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'initiatives'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.name, r.description, r.participants, r.standards, r.startedOn, r.endedOn, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'initiatives' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'relations'}) WHERE r.identity IS NOT NULL
WITH collect([r.from, r.to, r.type, r.volume, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'relations' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'moves'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.actor, r.date, r.type, r.title, r.description, r.activities, r.impact, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'moves' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'responses'}) WHERE r.identity IS NOT NULL
WITH collect([r.key, r.move, r.actor, r.date, r.title, r.status, r.reason, r.validFrom, r.validTo, r.confidence, r.evidence]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'responses' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'tags'}) WHERE r.identity IS NOT NULL
WITH collect([r.actor, r.focal, r.type, r.label, r.reason, r.by, r.at]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'tags' AS kind, list[at..at + 50] AS rows
UNION ALL
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'layout'}) WHERE r.identity IS NOT NULL
WITH collect([r.lens, r.view, r.kind, r.key, r.x, r.y]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN 'layout' AS kind, list[at..at + 50] AS rows
