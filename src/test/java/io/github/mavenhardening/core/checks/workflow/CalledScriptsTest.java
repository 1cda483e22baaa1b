package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text of outsiders through scripts of the repository that steps call: as an argument, a variable, or what they read by themselves. */
class CalledScriptsTest {

    private static final IndirectInjection CHECK = new IndirectInjection();
    private static final String FOUND = " # finds: indirect-injection high medium-confidence";

    private static MarkedYaml steps(String steps) {
        return MarkedYaml.workflow("""
                on: issues
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    permissions:
                      contents: write
                    env:
                      TITLE: ${{ github.event.issue.title }}
                    steps:
                """ + steps.indent(6));
    }

    private static void finds(String command, String script) {
        steps("- run: " + command + FOUND).and("scripts/x.sh", script).isFoundBy(CHECK);
    }

    private static void spares(String command, String script) {
        // Silent: no shell gets the text as code.
        steps("- run: " + command).and("scripts/x.sh", script).isFoundBy(CHECK);
    }

    @Test
    void followsArgumentsAndVariables() {
        finds("./scripts/x.sh \"$TITLE\"", "#!/bin/bash\neval \"echo $1\"\n");
        finds(
                "bash -e scripts/x.sh --name \"$TITLE\"",
                "while [ $# -gt 0 ]; do\n  shift\n  bash -c \"echo $1\"\ndone\n");
        finds("./scripts/x.sh a \"$TITLE\"", "all=(\"$@\")\nbash -c \"echo ${all[1]}\"\n");
        finds("scripts/x.sh", "bash -c \"echo $TITLE\"\n");
        finds("TEXT=\"$TITLE\" scripts/x.sh", "eval \"$TEXT\"\n");
        finds("export TEXT=\"$TITLE\"; scripts/x.sh", "eval \"$TEXT\"\n");
        finds("$GITHUB_WORKSPACE/scripts/x.sh \"$TITLE\"", "run() { eval \"$1\"; }\nrun \"$1\"\n");
        finds("scripts/x.sh", "eval \"$(jq -r .issue.title \"$GITHUB_EVENT_PATH\")\"\n");
    }

    @Test
    void followsScriptsThatCallOthersAndThemselves() {
        steps("- run: scripts/x.sh \"$TITLE\"" + FOUND)
                .and("scripts/x.sh", "scripts/y.sh -- \"$1\"\n")
                .and("scripts/y.sh", "scripts/y.sh \"$1\" \"$2\"\neval \"$2\"\n")
                .isFoundBy(CHECK);
    }

    @Test
    void followsWhatAScriptPrintsAndSets() {
        steps("""
                - id: a
                  run: scripts/x.sh "$TITLE"
                - run: echo ${{ steps.a.outputs.title }} # finds: indirect-injection high medium-confidence
                - run: eval "$NAME" # finds: indirect-injection high medium-confidence
                - run: eval "$(scripts/y.sh)" # finds: indirect-injection high medium-confidence
                """)
                .and("scripts/x.sh", "echo \"title=$1\" >> \"$GITHUB_OUTPUT\"\necho \"NAME=$1\" >> $GITHUB_ENV\n")
                .and("scripts/y.sh", "printf 'echo %s' \"$TITLE\"\n")
                .isFoundBy(CHECK);
    }

    @Test
    void followsFunctionsThatAreReadIn() {
        finds(
                "|\n    . scripts/x.sh\n    run \"$TITLE\"",
                "log() { echo \"$*\"; }\nrun() {\n  local c=\"$1\"\n  log \"$c\"\n  bash -c \"./tool $c\"\n}\n");
        finds("|\n    NAME=\"$TITLE\"\n    source ./scripts/x.sh\n    run", "run() { eval \"echo $NAME\"; }\n");
        finds("|\n    source scripts/x.sh\n    eval \"echo $NAME\"", "NAME=\"$TITLE\"\n");
        spares(
                "|\n    . scripts/x.sh\n    say \"$TITLE\"",
                "say() {\n  local m=\"$1\"\n  printf 'said: %s' \"$m\"\n}\n");
        spares("|\n    scripts/x.sh\n    run \"$TITLE\"", "run() { eval \"$1\"; }\n");
    }

    @Test
    void knowsWhatParsersMakeOfArguments() {
        String head = "import argparse, os\np = argparse.ArgumentParser()\n";
        String tail = "a = p.parse_args()\nos.system(f'echo {a.title}')\n";
        String option = "p.add_argument('-t', '--title')\n";
        program("--title \"$TITLE\" --number 1" + FOUND, head + option + tail);
        program("--title=\"$TITLE\"" + FOUND, head + option + tail);
        program("-t \"$TITLE\"" + FOUND, head + option + tail);
        program("\"$TITLE\"" + FOUND, head + "p.add_argument('title')\n" + tail);
        program("--name \"$TITLE\"" + FOUND, head + "p.add_argument(\n    '--name',\n    dest='title')\n" + tail);
        program(
                "--title \"$TITLE\"" + FOUND,
                head + option + "def main(args):\n    os.system('echo ' + args.title)\nmain(p.parse_args())\n");
        program(
                "--title \"$TITLE\"" + FOUND,
                head + option + "def run(o):\n    os.system('echo ' + o.title)\na = p.parse_args()\nrun(a)\n");
        program(
                "--title \"$TITLE\"" + FOUND,
                "import click, os\n@click.command()\n@click.option('--title')\ndef main(title):\n    os.system('echo ' + title)\n");
        // Silent: another option, a number, one of the program's own words, or no shell.
        program("--body \"$TITLE\" --title x", head + option + tail);
        program("--title \"$TITLE\"", head + "p.add_argument('--title', type=int)\n" + tail);
        program("--title \"$TITLE\"", head + "p.add_argument('--title', choices=['a', 'b'])\n" + tail);
        program("--title \"$TITLE\"", head + option + tail.replace("os.system(f'echo {a.title}')", "print(a.title)"));
    }

    private static void program(String arguments, String program) {
        steps("- run: python3 scripts/x.py " + arguments)
                .and("scripts/x.py", program)
                .isFoundBy(CHECK);
    }

    @Test
    void followsProgramsOfOtherLanguages() {
        steps("- run: python3 scripts/x.py \"$TITLE\"" + FOUND)
                .and("scripts/x.py", "import os, sys\nos.system('echo ' + sys.argv[1])\n")
                .isFoundBy(CHECK);
        steps("- run: node scripts/x.mjs" + FOUND)
                .and("scripts/x.mjs", "execSync(`echo ${process.env.TITLE}`);\n")
                .isFoundBy(CHECK);
        steps("- run: python3 scripts/x.py")
                .and("scripts/x.py", "import os, sys\nos.system('echo ' + sys.argv[1])\n")
                .isFoundBy(CHECK);
    }

    @Test
    void followsScriptsOfPowerShell() {
        String script = "param(\n  [string]$Title,\n  [int]$Number\n)\nInvoke-Expression \"echo '$Title' $Number\"\n";
        String step = "- shell: pwsh\n  run: %s\n";
        steps(step.formatted("./ci/Label.ps1 -Title $env:TITLE -Number 1" + FOUND))
                .and("ci/Label.ps1", script)
                .isFoundBy(CHECK);
        steps("- run: pwsh ./ci/Label.ps1 -title \"$TITLE\"" + FOUND)
                .and("ci/Label.ps1", script)
                .isFoundBy(CHECK);
        steps(step.formatted("python ci/x.py $env:TITLE" + FOUND))
                .and("ci/x.py", "import os, sys\nos.system('echo ' + sys.argv[1])\n")
                .isFoundBy(CHECK);
        // Silent: it is a number, or another parameter.
        steps(step.formatted("./ci/Label.ps1 -Number $env:TITLE"))
                .and("ci/Label.ps1", script)
                .isFoundBy(CHECK);
        steps(step.formatted("./ci/Label.ps1 -Title x -Body $env:TITLE"))
                .and("ci/Label.ps1", script)
                .isFoundBy(CHECK);
    }

    @Test
    void followsModulesThatAreLoaded() {
        String step = """
                - uses: actions/github-script@v7
                  with:
                    script: |
                      const run = require('./scripts/x')GIVEN
                      await run({ github, context, core })
                """;
        String module = """
                const { exec } = require('child_process');
                module.exports = async ({ github, context, core }) => {
                  const target = context.payload.issue.title.trim();
                  exec(`./deploy.sh ${target}`, () => {});
                };
                """;
        steps(step.replace("GIVEN", " //" + FOUND)).and("scripts/x.js", module).isFoundBy(CHECK);
        // Silent: the program gets the text as a word.
        steps(step.replace("GIVEN", ""))
                .and("scripts/x.js", module.replace("exec(`./deploy.sh ${target}`", "execFile('./deploy.sh', [target]"))
                .isFoundBy(CHECK);
    }

    @Test
    void givesItsArgumentsToAProgramInAScript() {
        String program = """
                - run: |
                    python3 - GIVEN <<'EOF'
                    import os, sys
                    os.system('echo ' + sys.argv[1])END
                    EOF
                """;
        steps(program.replace("GIVEN", "\"$TITLE\"").replace("END", FOUND)).isFoundBy(CHECK);
        // Silent: nothing of an outsider is among the arguments.
        steps(program.replace("GIVEN", "\"$GITHUB_SHA\"").replace("END", "")).isFoundBy(CHECK);
    }

    @Test
    void sparesScriptsThatKeepTheTextAsAWord() {
        spares("./scripts/x.sh \"$TITLE\"", "echo \"$1\"\nprintf '%s' \"$TITLE\"\n");
        spares("./scripts/x.sh a \"$TITLE\"", "eval \"echo $1\"\n");
        spares("./scripts/x.sh \"$TITLE\"", "eval \"echo $2\"\n");
        spares("./scripts/x.sh \"$TITLE\"", "[[ $1 =~ ^[0-9]+$ ]] || exit 1\neval \"echo $1\"\n");
        spares("./scripts/other.sh \"$TITLE\"", "eval \"$1\"\n");
        spares("TEXT=\"$TITLE\"; scripts/x.sh", "eval \"$TEXT\"\n");
        spares("./scripts/x.sh \"$TITLE\"", "#!/usr/bin/env -S awk -f\n{ print }\n");
    }

    @Test
    void namesTheScript() {
        assertThat(steps("- run: scripts/x.sh \"$TITLE\"")
                        .and("scripts/x.sh", "eval \"echo $1\"\n")
                        .findings(CHECK))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.message()).contains("`scripts/x.sh: echo $1`");
                    assertThat(found.primary()).extracting(Location::path).isEqualTo(".github/workflows/ci.yml");
                });
    }

    @Test
    void followsRubyOfTheRepository() {
        steps("- run: ruby scripts/x.rb \"$TITLE\"" + FOUND)
                .and("scripts/x.rb", "system(\"echo #{ARGV[0]}\")\n")
                .isFoundBy(CHECK);
    }

    private static MarkedYaml action(String steps, String program) {
        return steps(steps)
                .and(".github/actions/greet/action.yml", """
                        name: greet
                        inputs:
                          title: {description: a title, required: true}
                          body: {description: a text, default: "${{ github.event.issue.body }}"}
                        runs: {using: node24, main: dist/index.js}
                        """)
                .and(".github/actions/greet/dist/index.js", program);
    }

    @Test
    void followsProgramsOfLocalActions() {
        String uses = "- uses: ./.github/actions/greet";
        String given = uses + FOUND + "\n  with: {title: \"${{ github.event.issue.title }}\"}";
        action(given, "const {execSync} = require('child_process');\nexecSync(`echo ${core.getInput('title')}`);\n")
                .isFoundBy(CHECK);
        action(given, """
                        async function run() {
                          const title = core.getInput('Title', {required: true}).trim();
                          await exec.exec('bash', ['-c', `echo ${title}`]);
                        }
                        run();
                        """).isFoundBy(CHECK);
        action(given, "require('child_process').execSync('echo ' + process.env.INPUT_TITLE);\n")
                .isFoundBy(CHECK);
        action(uses + FOUND, "require('child_process').execSync('echo ' + core.getInput('body'));\n")
                .isFoundBy(CHECK);
        action(uses + FOUND, "require('child_process').execSync('echo ' + context.payload.issue.title);\n")
                .isFoundBy(CHECK);
        action(
                        """
                - id: a
                  uses: ./.github/actions/greet
                  with: {title: "${{ env.TITLE }}"}
                - run: echo ${{ steps.a.outputs.first }} # finds: indirect-injection high medium-confidence
                - run: echo ${{ steps.a.outputs.second }}
                """,
                        "core.setOutput('first', core.getInput('title'));\ncore.setOutput('second', core.getInput('count'));\n")
                .isFoundBy(CHECK);
    }

    @Test
    void followsWhatLocalActionsRunBeforeAndAfterTheSteps() {
        String runs = "require('child_process').execSync('echo ' + core.getInput('body'));\n";
        for (String other : List.of("pre", "post")) {
            MarkedYaml marked = steps("- uses: ./greet" + FOUND).and("greet/action.yml", """
                            inputs:
                              body: {default: "${{ github.event.issue.body }}"}
                            runs: {using: node24, main: index.js, %s: other.js}
                            """.formatted(other));
            marked.and("greet/index.js", "core.info('Hello');\n")
                    .and("greet/other.js", runs)
                    .isFoundBy(CHECK);
        }
        // Silent: the program that would run the text is none of the action's.
        steps("- uses: ./greet")
                .and("greet/action.yml", "runs: {using: node24, main: index.js}\n")
                .and("greet/index.js", "core.info('Hello');\n")
                .and("greet/other.js", runs)
                .isFoundBy(CHECK);
    }

    @Test
    void sparesProgramsOfActionsThatRunNoText() {
        String given = "- uses: ./.github/actions/greet\n  with: {title: \"${{ github.event.issue.title }}\"}";
        String fixed = "- uses: ./.github/actions/greet\n  with: {title: Hello, body: Hello}";
        String runs = "require('child_process').execSync('echo ' + core.getInput('title'));\n";
        // Silent: the program prints what it gets, and hands it to no shell.
        action(given, "core.info(core.getInput('title'));\n").isFoundBy(CHECK);
        // Silent: what the step gives is the workflow's own text.
        action(fixed, runs).isFoundBy(CHECK);
        // Silent: another input than the one that holds the text is run.
        action(given, runs.replace("'title'", "'count'")).isFoundBy(CHECK);
        // Silent: a program that a tool put together is not followed, which is reported.
        MarkedYaml bundled = action(given, runs + "//" + "x".repeat(3_000));
        bundled.isFoundBy(CHECK);
        assertThat(bundled.audit(CHECK).gaps()).anyMatch(gap -> gap.contains("followed for text of outsiders"));
        assertThat(action(fixed, runs + "//" + "x".repeat(3_000)).audit(CHECK).gaps())
                .isEmpty();
    }
}
