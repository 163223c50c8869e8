MATCH (r:Staged {ecosystem: $ecosystem})
SET r:$(['Record'] + coalesce($labels[r.recordKind], []) + [kind IN coalesce(r.kinds, []) | $actorLabels[kind]])
REMOVE r:Staged
RETURN count(r) AS published
