"""What an AppConfig's ready() imports."""
