package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

/** What is published by programs that tasks of a Gradle build file run. */
class ReleasesOfGradleTasksTest {

    private static final ReleaseWithoutEnvironment CHECK = new ReleaseWithoutEnvironment();
    private static final String FOUND = "  # finds: release-without-environment high medium-confidence";

    private static void looksAt(String mark, String task, String file, String text) {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  build:MARK
                    runs-on: ubuntu-24.04
                    steps:
                      - run: ./gradlew TASK -PimageOrg=example
                        env: {TOKEN: "${{ secrets.CENTRAL_TOKEN }}"}
                """.replace("MARK", mark).replace("TASK", task))
                .and(file, text)
                .isFoundBy(CHECK);
    }

    private static final String GROOVY = """
            task image(type: Exec) {
              dependsOn distDocker
              def name = "${org}/app"
              def cmd = "docker tag '${name}' '${name}-x' && docker push '${name}-x'"
              doFirst { println "Executing '${cmd}'" }
              executable shell
              args "-c", cmd
            }
            task late(type: Exec) {
              doFirst {
                def cmd = "docker manifest push '${name}'"
                commandLine shell, "-c", cmd
              }
            }
            task listed(type: Exec) {
              commandLine 'docker',
                  'push', name
            }
            task inside { doLast { exec { commandLine 'docker', 'push', name } } }
            task behind { dependsOn test, listed }
            task shows(type: Exec) {
              def cmd = "docker push app"
              doFirst { println "docker push ${cmd}" }
              // commandLine 'docker', 'push', name
              commandLine 'docker', 'images'
            }
            task starts(type: JavaExec) { args 'docker', 'push' }
            task first { dependsOn shows }
            def helper() { exec { commandLine 'docker', 'push', name } }
            """;

    @Test
    void followsProgramsOfTasks() {
        for (String task : new String[] {"image", ":late", "listed", "inside", "behind"}) {
            looksAt(FOUND, task, "build.gradle", GROOVY);
        }
        String kotlin = """
                tasks.register<Exec>("image") {
                    commandLine("docker", "push", "${org}/app")
                }
                val other by tasks.registering(Exec::class) {
                    commandLine("sh", "-c", "docker push app")
                }
                """;
        looksAt(FOUND, "image", "build.gradle.kts", kotlin);
        looksAt(FOUND, "other", "build.gradle.kts", kotlin);
    }

    @Test
    void leavesOtherPrograms() {
        // Silent: they print, list or start something else; what a task is followed by in the file is not its own.
        for (String task : new String[] {"shows", "starts", "first", "distDocker"}) {
            looksAt("", task, "build.gradle", GROOVY);
        }
    }

    @Test
    void weighsTasksNamedForUploads() {
        looksAt("  # finds: release-without-environment high low-confidence", "dockerUpload", "README", "");
        looksAt("", "dockerBuild", "README", "");
    }

    @Test
    void followsTasksOfTheProjectsThatGradleIncludes() {
        for (String command : new String[] {
            "./gradlew ship",
            "./gradlew :lib:deep:ship",
            "gradle lib:deep:ship",
            "./gradlew all",
            "./gradlew build ship"
        }) {
            gradle(FOUND, command).isFoundBy(CHECK);
        }
        for (String command : new String[] {
            "./gradlew :lib:ship",
            "./gradlew :ship",
            "./gradlew build",
            "./gradlew build -x ship",
            "./gradlew -Pship build",
            "./gradlew try"
        }) {
            // Silent: no task that is run publishes.
            gradle("", command).isFoundBy(CHECK);
        }
    }

    @Test
    void looksAtEveryProjectThatIsIncluded() {
        StringBuilder settings = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            settings.append("include 'p").append(i).append("'\n");
        }
        gradle(FOUND, "./gradlew last")
                .and("settings.gradle", settings.toString())
                .and("p999/build.gradle", "task last { dependsOn 'publish' }\n")
                .isFoundBy(CHECK);
    }

    private static MarkedYaml gradle(String mark, String command) {
        return MarkedYaml.workflow("""
                on: push
                jobs:
                  build:MARK
                    runs-on: ubuntu-24.04
                    steps:
                      - run: COMMAND
                        env: {TOKEN: "${{ secrets.CENTRAL_TOKEN }}"}
                """.replace("MARK", mark).replace("COMMAND", command))
                .and("settings.gradle.kts", "rootProject.name = \"a\"\ninclude(\n    \"app\",\n    \":lib:deep\",\n)\n")
                .and("build.gradle.kts", "tasks.register(\"all\") { dependsOn(\":lib:deep:ship\") }\n")
                .and("app/build.gradle", "task('try') { dependsOn 'check' }\n")
                .and("other/build.gradle", "task('try') { dependsOn 'publish' }\n")
                .and(
                        "lib/deep/build.gradle.kts",
                        "tasks.register(\"ship\") { dependsOn(\"publishToMavenCentral\") }\n");
    }
}
