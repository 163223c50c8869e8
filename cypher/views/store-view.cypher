MERGE (v:View {ecosystem: $ecosystem, key: $key})
SET v += $view
