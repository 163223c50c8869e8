MATCH (r:Staged {ecosystem: $ecosystem})
WITH r LIMIT 5000
DETACH DELETE r
RETURN count(r) AS removed
