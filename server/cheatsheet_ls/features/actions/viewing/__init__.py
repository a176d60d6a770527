"""What a view of the user's needs around it: its address, its template, its protection."""
