package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class HardcodedContainerCredentialsTest {

    private static final HardcodedContainerCredentials CHECK = new HardcodedContainerCredentials();

    @Test
    void findsPasswordsOfContainersAndServices() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    container:
                      image: registry.example.org/a
                      credentials:                    # finds: hardcoded-container-credentials high
                        username: user
                        password: hackme
                    services:
                      b:
                        image: registry.example.org/b
                        credentials:                  # finds: hardcoded-container-credentials high
                          password: '123'
                          username: ${{ secrets.USER }}
                      c:
                        image: registry.example.org/c
                        credentials:
                          username: user
                          password: ${{ secrets.PASSWORD }}
                      d:
                        image: registry.example.org/d
                      e:
                        image: registry.example.org/e
                        credentials:                  # finds: hardcoded-container-credentials high
                          password: s3-${{ secrets.PASSWORD }}
                      f:
                        image: registry.example.org/f
                        credentials:                  # finds: hardcoded-container-credentials high
                          password: ${{ 'hackme' }}
                      g:
                        image: registry.example.org/g
                        credentials:
                          password: " ${{ secrets.USER }}${{ secrets.PASSWORD }}"
                      h:
                        image: registry.example.org/h
                        credentials:
                          password:
                    steps:
                      - run: a
                """).isFoundBy(CHECK);
    }
}
