"""What was found, criterion by criterion: the heat map and the judgements."""
