package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class InsecureMavenOptionsTest {

    private static final InsecureMavenOptions CHECK = new InsecureMavenOptions();

    @Test
    void findsOptionsOfCommands() {
        MarkedYaml.steps("""
                - run: mvn -Daether.connector.https.securityMode=insecure verify  # finds: insecure-maven-options high
                - run: mvn -B -D aether.connector.https.securityMode.partner=insecure verify  # finds: insecure-maven-options high
                - run: |
                    cd app
                    ./mvnw -B verify -Dmaven.wagon.http.ssl.insecure  # finds: insecure-maven-options high
                    ./mvnw -B deploy -Dmaven.wagon.http.ssl.insecure
                - run: mvn -BDmaven.wagon.http.ssl.ignore.validity.dates=true verify  # finds: insecure-maven-options medium
                - run: mvn --lax-checksums verify                  # finds: insecure-maven-options medium
                - run: mvn -Daether.trustedChecksumsSource.summaryFile=false verify  # finds: insecure-maven-options high
                """).isFoundBy(CHECK);
    }

    @Test
    void findsVariables() {
        MarkedYaml.workflow("""
                on: push
                permissions: {}
                env:
                  MAVEN_OPTS: >-                                   # finds: insecure-maven-options high
                    -Xmx3g
                    -Dmaven.wagon.http.ssl.insecure=true
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    env:
                      JAVA_TOOL_OPTIONS: -Dmaven.wagon.http.ssl.allowall=true  # finds: insecure-maven-options high
                    steps:
                      - run: ./build
                        env:
                          MAVEN_ARGS: -c                           # finds: insecure-maven-options medium
                      - run: MAVEN_OPTS="-Xmx1g -Dmaven.wagon.http.ssl.insecure=true" ./build  # finds: insecure-maven-options high
                      - run: export MAVEN_OPTS="-Dmaven.wagon.http.ssl.insecure=true"  # finds: insecure-maven-options high
                      - run: echo "MAVEN_OPTS=-Dmaven.wagon.http.ssl.insecure=true" >> "$GITHUB_ENV"  # finds: insecure-maven-options high
                """).isFoundBy(CHECK);
    }

    @Test
    void findsOptionsInActions() {
        MarkedYaml.action("""
                name: build
                runs:
                  using: composite
                  steps:
                    - shell: bash
                      run: mvn -Dmaven.wagon.http.ssl.insecure=true verify  # finds: insecure-maven-options high
                """).isFoundBy(CHECK);
    }

    @Test
    void leavesAloneWhatWeakensNoDownload() {
        MarkedYaml.steps("""
                - run: mvn -B -C -ntp -pl app -am -s ci/settings.xml -Denforcer.skip verify
                - run: mvn -Dmaven.wagon.http.ssl.insecure=false -Daether.connector.https.securityMode=default verify
                - run: mvn -Daether.connector.https.securityModes=insecure verify
                - run: echo -Dmaven.wagon.http.ssl.insecure=true
                - run: tar -c src
                - run: ./build
                  env: {MAVEN_OPTS: -client -Xmx1g}
                - run: ./build
                  env: {MAVEN_OPTS: -Xmx1g, MAVEN_ARGS: "--no-transfer-progress", OTHER: -Dmaven.wagon.http.ssl.insecure=true}
                """).isFoundBy(CHECK);
    }
}
