// Placeholder until the first test moves in.
