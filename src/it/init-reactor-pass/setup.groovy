// What a build by another Maven asked for before is not this one's.
new File(localRepositoryPath, 'org/example/it/initreactor').deleteDir()
return true
