"""What only the whole corpus shows: from the facts of all guides to what the rules across guides need."""
