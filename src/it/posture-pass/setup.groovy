// A checkout of its own, with a change of one commit.
def git = { String... arguments ->
    def identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false']
    def process = (['git', *identity, *arguments] as List<String>).execute(null, basedir)
    process.waitForProcessOutput(System.out, System.err)
    assert process.exitValue() == 0
}
new File(basedir, 'LICENSE').text = '''MIT License

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
'''
git('init', '-q')
git('add', '-A')
git('commit', '-qm', 'Begin')
git('commit', '-qm', 'Change\n\nSigned-off-by: Ada <ada@example.org>', '--allow-empty')
