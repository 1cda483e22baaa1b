package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

/** What tasks of go-task publish, as {@link ReleaseWithoutEnvironment} and others see it, and what they download. */
class ReleasesOfGoTaskTest {

    private static final String TASKFILE = """
            version: '3'
            vars:
              REGISTRY: registry.example.org
              LAST:
                sh: git describe
            includes:
              docs: ./docs
              flat:
                taskfile: ./tasks/more.yml
                flatten: true
              missing: ./nowhere
            tasks:
              default: go test ./...
              build:
                cmds: [go build]
              ship:
                aliases: [s]
                deps: [build]
                cmds:
                  - cmd: npm publish {{.CLI_ARGS}}
                    silent: true
              release:
                cmds:
                  - task: ship
                  - defer: {task: build}
              try:
                cmds:
                  - task: push
                    vars: {REGISTRY: 'localhost:5000'}
              push:
                cmd: docker push {{.REGISTRY}}/app:{{.LAST}}
              fast:
                deps:
                  - task: docs:upload
              later:
                - defer: npm publish
            """;

    private static final String DOCS = """
            version: '3'
            tasks:
              upload:
                - task: really
              really:
                - npm publish
              main:
                - task: :ship
            """;

    private static final String MORE = """
            version: '3'
            tasks:
              extra:
                - npm publish
              install:
                - curl -sSf https://get.example.org | sh
            """;

    private static final String FOUND = " # finds: release-without-environment high medium-confidence";

    private static MarkedYaml job(String mark, String step) {
        return MarkedYaml.workflow("""
                        on: push
                        jobs:
                          ship:MARK
                            runs-on: ubuntu-24.04
                            env: {NODE_AUTH_TOKEN: "${{ secrets.NPM_TOKEN }}"}
                            steps:
                        """.replace("MARK", mark) + step.indent(6))
                .and("Taskfile.yml", TASKFILE)
                .and("docs/Taskfile.yml", DOCS)
                .and("tasks/more.yml", MORE);
    }

    @Test
    void followsTasksThatPublish() {
        for (String command : new String[] {
            "task ship",
            "task s",
            "task build release",
            "go-task -v ship -- --access public",
            "task -C 2 push",
            "task push REGISTRY=registry.example.com",
            "task docs:upload",
            "task docs:main",
            "task fast",
            "task later",
            "task extra",
            "task -t docs/Taskfile.yml upload",
            "task -d docs upload"
        }) {
            job(FOUND, "- run: " + command).isFoundBy(new ReleaseWithoutEnvironment());
        }
    }

    @Test
    void sparesTasksThatPublishNothing() {
        for (String command : new String[] {
            "task",
            "task build",
            "task try",
            "task push REGISTRY=localhost:5000",
            "task ship -- --dry-run",
            "task --list",
            "task -n ship",
            "task nothing",
            "task upload"
        }) {
            // Silent: nothing leaves the machine.
            job("", "- run: " + command).isFoundBy(new ReleaseWithoutEnvironment());
        }
    }

    @Test
    void findsTheFileInTheFoldersAbove() {
        job(FOUND, "- working-directory: src/app\n  run: task ship")
                .and("src/app/README.md", "")
                .isFoundBy(new ReleaseWithoutEnvironment());
    }

    @Test
    void findsDownloadsOfTasks() {
        job("", "- run: task install # finds: unverified-download-exec high").isFoundBy(new UnverifiedDownloadExec());
    }
}
