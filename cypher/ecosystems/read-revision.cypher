MATCH (e:Ecosystem {key: $key})
WHERE e.revision > 0
RETURN e.revision AS revision
