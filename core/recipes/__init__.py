"""The settings of a run: named recipes, their texts and files, and the data prepared for them."""
