"""What several pages show: links, words of reports, parties, rounds; typed, so that HTML and JSON have the same."""
