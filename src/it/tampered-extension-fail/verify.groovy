def log = new File(basedir, 'build.log').text

assert log.count('Executing tasks') == 3 : 'no goal runs in the third build'
assert log.contains('The build was stopped before any goal ran: 1 file differs from the lock')
assert log =~ /org\.example\.guarded:lib:jar:1\.0 differs from the lock: expected SHA-256 [0-9a-f]{64} /
assert log.contains('used by org.example.it:tampered-extension-fail:1.0')
return true
