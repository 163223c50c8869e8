MATCH (r:Staged)
WHERE r.ecosystem IS NOT NULL
RETURN DISTINCT r.ecosystem AS ecosystem
