"""The main job, played on a real project in a real session, as an editor would show it."""
