MATCH (e:Ecosystem)
WHERE e.revision > 0 AND e.deletedAt IS NULL
OPTIONAL MATCH (f:Record {ecosystem: e.key, recordKind: 'actors', identity: e.focal})
RETURN e.key AS key, e.name AS name, e.valueProposition AS valueProposition, e.description AS description, e.focal AS focal, e.revision AS revision,
  CASE WHEN f IS NULL THEN null ELSE [field IN $fields | f[field]] END AS focalActor
ORDER BY name
