"""Every reader of files and texts under made-up and damaged input: only UserError may come out."""
