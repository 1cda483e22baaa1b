package io.github.mavenhardening.core.workflow.code;

import static io.github.mavenhardening.core.workflow.code.ProgramLanguage.JAVASCRIPT;
import static io.github.mavenhardening.core.workflow.code.ProgramLanguage.PERL;
import static io.github.mavenhardening.core.workflow.code.ProgramLanguage.PHP;
import static io.github.mavenhardening.core.workflow.code.ProgramLanguage.POWERSHELL;
import static io.github.mavenhardening.core.workflow.code.ProgramLanguage.PYTHON;
import static io.github.mavenhardening.core.workflow.code.ProgramLanguage.RUBY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The blocks and statements of programs; each is shown as its kind and name, with what it is given and holds. */
class ProgramParserTest {

    @Test
    void readsBracesOfJavaScript() {
        assertThat(read(JAVASCRIPT, """
                async function run(command, { dry = false, env }) {
                  if (dry) {
                    return;
                  } else if (env) log(env)
                  else { await exec(command, { env }); }
                }
                """))
                .isEqualTo(
                        "function run(command, dry env)[if[return;] else_if[log(env)] else[await exec(command, { env });]]");
    }

    @Test
    void tellsObjectsAndBlocksApart() {
        assertThat(read(JAVASCRIPT, "const a = { b: 1 };\nlist.map((x) => { use(x); });\nreturn { c };\n"))
                .isEqualTo("const a = { b: 1 }; plain(x)[use(x);] ); return { c };");
    }

    @Test
    void readsMethodsOfClassesAndObjects() {
        assertThat(read(JAVASCRIPT, """
                class Label extends Base {
                  constructor(text) { this.text = text; }
                  static async create(
                    color,
                  ) {
                    run(this.text);
                  }
                }
                const tools = {
                  run: async (x) => { go(x); },
                  stop(y) { end(y); },
                };
                """))
                .isEqualTo(
                        "class Label[function constructor(text)[this.text = text;] function create(color)[run(this.text);]]"
                                + " const tools = { function run(x)[go(x);] , function stop(y)[end(y);] , };");
    }

    @Test
    void readsFunctionsThatAreOneExpression() {
        assertThat(read(JAVASCRIPT, "const a = (x) => exec(x);\nconst b = y =>\n  [y]\n    .join(' ');\nc();\n"))
                .isEqualTo("function a(x)[return exec(x);] function b(y)[return [y].join(' ');] c();");
    }

    @Test
    void takesSignsInTextsPatternsAndCommentsForNone() {
        assertThat(read(JAVASCRIPT, """
                if (a) { // } not here
                  s = `{ ${f({ g: '}' })} {`; /* } */
                  t = s.replace(/[}"]/g, "}");
                }
                u();
                """))
                .isEqualTo("if[s = `{ ${f({ g: '}' })} {`; t = s.replace(/[}\"]/g, \"}\");] u();");
    }

    @Test
    void readsArmsOfAChoice() {
        assertThat(read(JAVASCRIPT, "switch (a) {\n  case 'x':\n  case 'y': b(); break;\n  default: { c(); }\n}\n"))
                .isEqualTo("choice[arm[] arm[b(); break;] arm[plain[c();]]]");
    }

    @Test
    void readsIndentationOfPython() {
        assertThat(read(PYTHON, """
                class Runner(Base):
                    def run(self, text: str,
                            *args, color="red") -> None:
                        # if it is there:
                        if text: go(text); stop()
                        elif {"a": 1}:
                            pass
                    x = 1
                try:
                    a()
                except (A, B) as e:
                    b()
                finally:
                    c()
                """))
                .isEqualTo("class Runner[function run(text, args, color)[if[go(text); stop()] else_if[pass]] x = 1]"
                        + " try[a()] catch[b()] finally[c()]");
    }

    @Test
    void readsWordsOfRuby() {
        assertThat(read(RUBY, """
                def label(text, color: "red")
                  return if text.empty?
                  text = if color then "a" else "b" end
                  list.each do |one, two|
                    puts "#{one["x"]} end"
                  end
                rescue
                  stop
                end
                case a
                when /x/ then b
                else
                  c
                end
                """))
                .isEqualTo("function label(text, color)[return if text.empty? text = if color then \"a\" else \"b\" end"
                        + " plain(one, two)[puts \"#{one[\"x\"]} end\"]] catch[stop] choice[arm[b] else[c]]");
    }

    @Test
    void readsParametersThatStandInTheFunction() {
        assertThat(read(POWERSHELL, """
                function New-Label {
                  [CmdletBinding()]
                  param(
                    [Parameter(Mandatory)] # what it says
                    [string] $Text,
                    $Color = 'red'
                  )
                  Write-Host @{ a = $Text }
                }
                """))
                .isEqualTo("function new-label(text, color)[[CmdletBinding()] Write-Host @{ a = $Text }]");
        assertThat(read(PERL, "sub go {\n  my ($a, $b) = @_;\n  run($ENV{T}, $a);\n}\n"))
                .isEqualTo("function go(a, b)[run($ENV{T}, $a);]");
    }

    @Test
    void readsTypesOfPhp() {
        assertThat(read(PHP, "private function go(?string $a, int $b = 1): string {\n  return \"{$a}\";\n}\n"))
                .isEqualTo("function go(a, b)[return \"{$a}\";]");
    }

    @Test
    void readsWhatIsPutInByGitHubAsOne() {
        assertThat(read(POWERSHELL, "$a = gh pr view ${{ github.event.number }}\nb\n"))
                .isEqualTo("$a = gh pr view ${{ github.event.number }} b");
    }

    @Test
    void goesOnWithACallInTheLinesBelow() {
        ProgramBlock program = ProgramParser.read(PYTHON, "subprocess.run(\n    f(a),\n    shell=True,\n)\nb()\n", 7);
        List<ProgramBlock.Statement> statements = program.statements;
        assertThat(statements.get(0).call).isEqualTo("subprocess.run( f(a), shell=True, )");
        assertThat(statements.get(0).from).isEqualTo(7);
        assertThat(statements.get(1).text.strip()).isEqualTo("f(a),");
    }

    @ParameterizedTest
    @EnumSource(ProgramLanguage.class)
    void readsWhatIsNoProgram(ProgramLanguage language) {
        for (String part :
                List.of("{", "}", ")", "`${", "\"#{", "if (", "else ", "end\n", "/[", "@\"", "${{", "=\n", "x:\n ")) {
            String text = part.repeat(2_000);
            ProgramBlock program = ProgramParser.read(language, text, 0);
            assertThat(program.to).isEqualTo(text.length());
            assertThat(depth(program)).isLessThan(150);
        }
    }

    private static int depth(ProgramBlock block) {
        return 1
                + block.statements.stream()
                        .flatMap(one -> one.block.stream())
                        .mapToInt(ProgramParserTest::depth)
                        .max()
                        .orElse(0);
    }

    private static String read(ProgramLanguage language, String code) {
        return shown(ProgramParser.read(language, code, 0));
    }

    private static String shown(ProgramBlock block) {
        StringBuilder all = new StringBuilder();
        for (ProgramBlock.Statement statement : block.statements) {
            all.append(all.isEmpty() ? "" : " ");
            if (statement.block.isEmpty()) {
                all.append(statement.text.strip().replaceAll("\\s+", " "));
                continue;
            }
            ProgramBlock inner = statement.block.get();
            all.append(inner.kind.name().toLowerCase(Locale.ROOT))
                    .append(inner.name.isEmpty() ? "" : " " + inner.name)
                    .append(inner.parameters.isEmpty() ? "" : "(" + String.join(", ", inner.parameters) + ")")
                    .append("[" + shown(inner) + "]");
        }
        return all.toString();
    }
}
