MATCH (e:Ecosystem {key: $key})
SET e.revision = e.revision + 1
WITH e
MATCH (r:Record {ecosystem: $key, recordKind: 'actors', identity: $actor})
WITH e, r, properties(r) AS before
SET r.employees = $employees
CREATE (:Change {ecosystem: $key, revision: e.revision, at: $at, who: 'Bench', created: 0, updated: 1, removed: 0})
CREATE (:RecordChange {ecosystem: $key, revision: e.revision, kind: 'actors', bucket: $actor, keys: [$actor], before: ['{"key":"' + $actor + '","employees":' + coalesce(toString(before.employees), 'null') + '}'], after: ['{"key":"' + $actor + '","employees":' + toString(r.employees) + '}'], from: ['']})
RETURN r
