package io.github.mavenhardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What could not be looked at must not pass for something in order. A {@code catch} that neither throws, nor hands its
 * exception or a sentence on, and a method that stops at a limit without a word, carry the reason why that is right, in a
 * comment {@code // Silent: …}.
 */
class SilenceTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern REASON = Pattern.compile("// Silent: .{10,}");

    private static final Pattern LIMIT = Pattern.compile("(?!MAX_VALUE)(?:.*_)?(?:LIMIT|DEPTH|MAX)(?:_.*)?");

    @Test
    void noCatchIsSilentWithoutAReason() throws IOException {
        Survey survey = Survey.of(SOURCES);

        assertThat(survey.catches).isGreaterThan(150);
        assertThat(survey.silent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { a(); } catch (Exception e) { }",
                "try { a(); } catch (Exception e) { return null; }",
                "try { a(); } catch (Exception e) { return Optional.empty(); }",
                "try { a(); } catch (Exception e) { return List.of(); }",
                "try { a(); } catch (Exception e) { return \"\"; }",
                "try { a(); } catch (Exception e) { return NONE; }",
                "try { a(); } catch (Exception e) { return new Text(false); }",
                "for (;;) { try { a(); } catch (Exception e) { continue; } }",
                "try { a(); } catch (Exception e) { found = false; }",
                "try { a(); } catch (Exception e) { // Why not.\n return null; }",
                "try { a(); } catch (Exception e) { // Silent: so\n return null; }",
                "// Silent: the reason stands elsewhere\n try { a(); } catch (Exception e) { return null; }",
                "Runnable r = () -> { try { a(); } catch (Exception e) { return; } };",
                "if (text.length() > LENGTH_LIMIT) { return null; }",
                "return all.limit(MOST_LIMIT).toList();",
                "return in.readNBytes(Some.MAX_BYTES);",
            })
    void silenceIsFound(String code) {
        assertThat(Survey.ofCode(code).silent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { a(); } catch (Exception e) { throw new IOException(\"x\"); }",
                "try { a(); } catch (Exception e) { return broken(e); }",
                "try { a(); } catch (Exception e) { findings.add(unseen()); }",
                "try { a(); } catch (Exception e) { return Optional.of(\"the file cannot be read\"); }",
                "try { a(); } catch (Exception e) { // Silent: a comment says the same as nothing\n return null; }",
                "if (text.length() > LENGTH_LIMIT) { throw new IOException(); }",
                "if (text.length() > LENGTH_LIMIT) { return problem(\"it is too long\"); }",
                "// Silent: what follows is never shown to anybody\n return all.limit(MAX_LINES).toList();",
                "int limit = 1;",
            })
    void whatSpeaksOrGivesAReasonIsNot(String code) {
        assertThat(Survey.ofCode(code).silent).isEmpty();
    }

    /** All the places of some sources. */
    private static final class Survey {
        private int catches;
        private final List<String> silent = new ArrayList<>();

        static Survey of(Path sources) throws IOException {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                    Stream<Path> all = Files.walk(sources)) {
                List<Path> files = all.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .toList();
                return of(compiler, manager.getJavaFileObjectsFromPaths(files));
            }
        }

        static Survey ofCode(String code) {
            JavaFileObject file = new SimpleJavaFileObject(Path.of("A.java").toUri(), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return "class A {\nObject a() {\n" + code + "\n}\n}\n";
                }
            };
            try {
                return of(ToolProvider.getSystemJavaCompiler(), List.of(file));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Survey of(JavaCompiler compiler, Iterable<? extends JavaFileObject> files) throws IOException {
            JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            Survey survey = new Survey();
            for (CompilationUnitTree unit : task.parse()) {
                survey.new Look(unit, positions).scan(unit, null);
            }
            return survey;
        }

        private final class Look extends TreeScanner<Void, Void> {
            private final CompilationUnitTree unit;
            private final SourcePositions positions;
            private final String text;

            Look(CompilationUnitTree unit, SourcePositions positions) throws IOException {
                this.unit = unit;
                this.positions = positions;
                this.text = unit.getSourceFile().getCharContent(true).toString();
            }

            @Override
            public Void visitCatch(CatchTree tree, Void nothing) {
                catches++;
                Voice voice = new Voice(tree.getParameter().getName().toString());
                voice.scan(tree.getBlock(), null);
                judge(voice.speaks || voice.acts, tree.getBlock());
                return super.visitCatch(tree, null);
            }

            @Override
            public Void visitMethod(MethodTree tree, Void nothing) {
                Voice voice = new Voice("");
                voice.scan(tree.getBody(), null);
                if (voice.limited) {
                    judge(voice.speaks, tree);
                }
                return super.visitMethod(tree, null);
            }

            private void judge(boolean speaks, Tree tree) {
                int start = (int) positions.getStartPosition(unit, tree);
                Matcher reason = REASON.matcher(text);
                reason.region(start, (int) positions.getEndPosition(unit, tree));
                if (!speaks && !reason.find()) {
                    silent.add(unit.getSourceFile().getName() + ":"
                            + unit.getLineMap().getLineNumber(start));
                }
            }
        }
    }

    /** Whether some code says something. */
    private static final class Voice extends TreeScanner<Void, Void> {
        private final String exception;
        /** It throws, mentions the exception, or holds a sentence. */
        private boolean speaks;
        /** It calls something for the sake of what that does, such as to keep a finding. */
        private boolean acts;
        /** It mentions a limit. */
        private boolean limited;

        Voice(String exception) {
            this.exception = exception;
        }

        @Override
        public Void visitThrow(ThrowTree tree, Void nothing) {
            speaks = true;
            return super.visitThrow(tree, null);
        }

        @Override
        public Void visitLiteral(LiteralTree tree, Void nothing) {
            speaks |= tree.getValue() instanceof String words && words.indexOf(' ') > 0;
            return null;
        }

        @Override
        public Void visitExpressionStatement(ExpressionStatementTree tree, Void nothing) {
            acts |= tree.getExpression() instanceof MethodInvocationTree;
            return super.visitExpressionStatement(tree, null);
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void nothing) {
            speaks |= tree.getName().contentEquals(exception);
            limited |= LIMIT.matcher(tree.getName()).matches();
            return null;
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
            limited |= LIMIT.matcher(tree.getIdentifier()).matches();
            return super.visitMemberSelect(tree, null);
        }
    }
}
