package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

/** {@link IndirectInjection} in scripts of {@code cmd}, Ruby, Perl and Node. */
class InjectionByLanguageTest {

    private static final IndirectInjection CHECK = new IndirectInjection();

    private static void finds(String shell, String... lines) {
        for (String line : lines) {
            step(shell, line + " # finds: indirect-injection high medium-confidence");
        }
    }

    private static void spares(String shell, String... lines) {
        // Silent: what is run is not the outsider's.
        for (String line : lines) {
            step(shell, line);
        }
    }

    private static void step(String shell, String lines) {
        MarkedYaml.workflow("""
                on: issues
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    permissions:
                      contents: write
                    env:
                      TITLE: ${{ github.event.issue.title }}
                      OWN: own
                    steps:
                      - shell: %s
                        run: |
                """.formatted(shell) + lines.indent(10)).isFoundBy(CHECK);
    }

    @Test
    void cmdReadsCommandsOfWhatItFillsIn() {
        finds(
                "cmd",
                "echo %TITLE%",
                "call build.bat \"%title:~0,9%\"",
                "@if \"%TITLE%\"==\"x\" echo x",
                "set \"T=%TITLE%\"");
        step("cmd", "echo %TITLE% # finds: indirect-injection high medium-confidence\necho %TITLE%");
        spares(
                "cmd",
                "echo %OWN%",
                "rem %TITLE%",
                ":: %TITLE%",
                "echo !TITLE!",
                "for %%i in (a) do echo %%TITLE%%",
                "echo TITLE");
    }

    @Test
    void rubyHandsTextsToAShell() {
        finds(
                "ruby {0}",
                "system(\"echo #{ENV['TITLE']}\")",
                "x = `echo #{ENV[\"TITLE\"]}`",
                "system \"echo #{ENV.fetch('TITLE', '')}\", exception: true",
                "out, _ = Open3.capture2e(\"echo #{ENV[\"TITLE\"]}\")",
                "exec(ENV['TITLE'])",
                "puts %x(echo #{ENV['TITLE'].strip})");
        step(
                "ruby {0}",
                "title = ENV['TITLE']\nsystem(\"echo #{title}\") # finds: indirect-injection high medium-confidence");
        spares(
                "ruby {0}",
                "system(\"echo\", ENV['TITLE'])",
                "system(\"echo #{ENV['OWN']}\")",
                "system('echo #{ENV[\"TITLE\"]}')",
                "system(\"echo #{ENV['TITLE'].shellescape}\")",
                "system(\"echo #{Shellwords.escape(ENV['TITLE'])}\")",
                "puts \"system #{ENV['TITLE']}\"",
                "filesystem(ENV['TITLE'])");
        step("ruby {0}", "title = ENV['TITLE']\nsystem(\"print title\")");
    }

    @Test
    void perlHandsTextsToAShell() {
        finds(
                "perl {0}",
                "system(\"echo $ENV{TITLE}\");",
                "system \"echo $ENV{'TITLE'}\";",
                "my $out = `echo $ENV{TITLE}`;",
                "my $out = qx{echo $ENV{TITLE}};");
        step(
                "perl {0}",
                "my $t = $ENV{'TITLE'};\nexec(\"echo $t\"); # finds: indirect-injection high medium-confidence");
        spares("perl {0}", "system(\"echo\", $ENV{TITLE});", "print \"$ENV{TITLE}\";", "system('echo $ENV{TITLE}');");
    }

    @Test
    void nodeHandsTextsToAShell() {
        finds(
                "node {0}",
                "require('child_process').execSync(`echo ${process.env.TITLE}`)",
                "require(\"child_process\").exec('echo ' + process.env.TITLE)",
                "require('child_process').spawn('echo ' + process.env.TITLE, { shell: true })");
        step("node {0}", """
                const { execFile, exec } = require('node:child_process');
                const { TITLE, OWN } = process.env;
                exec(`echo ${TITLE}`); # finds: indirect-injection high medium-confidence
                exec(`echo ${OWN}`);
                execFile('echo', [TITLE]);""");
        step("node {0}", """
                import { execFile } from 'child_process';
                const found = /a/.exec(process.env.TITLE);
                exec(process.env.TITLE);""");
        spares(
                "node {0}",
                "require('child_process').execFileSync('echo', [process.env.TITLE])",
                "require('child_process').spawn('echo', [process.env.TITLE])");
    }

    @Test
    void programsOfOneLineAreFollowed() {
        finds(
                "bash",
                "ruby -e 'system(\"echo #{ENV[\"TITLE\"]}\")'",
                "perl -e 'system(\"echo $ENV{TITLE}\")'",
                "node -e 'require(\"child_process\").execSync(\"echo \" + process.env.TITLE)'",
                "python3 -c 'import os; os.system(\"echo \" + os.environ[\"TITLE\"])'");
        spares("bash", "ruby -e 'puts ENV[\"TITLE\"]'", "perl -e 'print $ENV{TITLE}'");
    }
}
