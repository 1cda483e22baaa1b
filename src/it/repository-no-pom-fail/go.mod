module example.org/it
