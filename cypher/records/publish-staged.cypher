MATCH (r:Staged {ecosystem: $ecosystem})
SET r:Record
REMOVE r:Staged
RETURN count(r) AS published
