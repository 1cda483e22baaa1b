package io.github.mavenhardening.core.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A {@code .git} as an archive may bring it along: nothing of it runs, leads elsewhere, or stops the one who reads it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileGitTest {

    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path temp;

    private Path root;
    private Path git;

    @BeforeEach
    void stage() throws Exception {
        root = Files.createDirectory(temp.resolve("root"));
        git = root.resolve(".git");
        GitFolder.of(root);
        Git.init().setDirectory(root.toFile()).call().close();
        Files.writeString(root.resolve("a.txt"), "2");
        commits(List.of(DAY.getEpochSecond(), DAY.getEpochSecond() + 86_400));
        try (Git opened = Git.open(root.toFile())) {
            opened.add().addFilepattern("a.txt").call();
            opened.tag().setName("v1").setAnnotated(true).setMessage("m").call();
        }
    }

    @Test
    void nothingThatAConfigurationNamesIsRunOrRead() throws Exception {
        Path outside =
                Files.writeString(temp.resolve("outside"), "*.txt\n[remote \"origin\"]\nurl = x://y/outside/z\n");
        Path ran = temp.resolve("ran");
        Path program = Files.writeString(temp.resolve("program"), "#!/bin/sh\necho \"$0\" >> " + ran + "\n");
        assumeTrue(program.toFile().setExecutable(true) && Files.exists(Path.of("/bin/sh")), "no shell here");
        StringBuilder config = new StringBuilder("[core]\n repositoryformatversion = 0\n");
        for (String name : List.of("fsmonitor", "sshCommand", "pager", "editor", "askPass", "gitProxy")) {
            config.append(' ').append(name).append(" = ").append(program).append('\n');
        }
        config.append(" hooksPath = ")
                .append(temp)
                .append("\n attributesFile = ")
                .append(outside);
        config.append("\n excludesFile = ").append(outside).append('\n');
        for (String command : List.of(
                "filter \"f\"].clean",
                "filter \"f\"].smudge",
                "filter \"f\"].process",
                "diff].external",
                "diff \"f\"].textconv",
                "merge \"f\"].driver",
                "gpg].program",
                "credential].helper",
                "uploadpack].packObjectsHook",
                "alias].log",
                "trailer \"sign\"].cmd",
                "remote \"origin\"].uploadpack")) {
            int split = command.indexOf("].");
            config.append('[').append(command, 0, split + 1).append('\n');
            config.append(command.substring(split + 2))
                    .append(" = ")
                    .append(program)
                    .append('\n');
        }
        config.append("[remote \"origin\"]\n url = ext::").append(program).append("\n promisor = true\n");
        config.append("[url \"https://forge.example.org/evil/\"]\n insteadOf = ext::\n");
        config.append("[includeIf \"gitdir:")
                .append(root)
                .append("/**\"]\n path = ")
                .append(outside)
                .append('\n');
        config.append("[filesystem \"none\"]\n timestampResolution = 1 s\n");
        Files.writeString(git.resolve("config"), config);
        Files.createDirectories(git.resolve("info"));
        Files.writeString(git.resolve("info/attributes"), "* filter=f diff=f merge=f\n");
        Files.writeString(root.resolve(".gitattributes"), "* filter=f diff=f\n");
        for (String hook :
                List.of("post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman")) {
            Files.createDirectories(git.resolve("hooks"));
            Files.copy(program, git.resolve("hooks").resolve(hook), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
        Map<String, String> before = contents();

        List<RecordedEvent> events = recorded(() -> {
            assertHistory();
            Checkout checkout = new Checkout(root);
            assertThat(checkout.files()).containsExactly(".gitattributes", "a.txt");
            assertThat(checkout.tracked().orElseThrow()).containsExactly(new TrackedFile("a.txt", false));
            assertThat(checkout.notes()).isEmpty();
            assertThat(checkout.git().originUrl()).contains("ext::" + program);
            assertThat(RepositorySlug.ofRemote(checkout.git().originUrl().orElseThrow()))
                    .isEmpty();
        });

        assertThat(ran).doesNotExist();
        assertThat(contents()).isEqualTo(before);
        assertThat(events)
                .filteredOn(event -> event.getEventType().getName().equals("jdk.ProcessStart"))
                .isEmpty();
        assertThat(events)
                .filteredOn(event -> event.getEventType().getName().equals("jdk.FileRead"))
                .extracting(event -> event.getString("path"))
                .contains(git.resolve("config").toString())
                .doesNotContain(outside.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[include]\n path = /dev/zero\n",
                "[Include]\n\tpath = config\n path = config\n path = config\n",
                "[core]\n bare = false\n[include] path = ../../outside\n",
                "# [include]\n",
                "[include \"x\"]\n path = ~/.gitconfig\n",
            })
    void aConfigurationThatIncludesOthersIsNotFollowed(String config) throws IOException {
        Files.writeString(git.resolve("config"), config);

        assertThatThrownBy(() -> GitFolder.of(root).history())
                .isInstanceOf(IOException.class)
                .hasMessage("its configuration includes other files, which are not supported");
        assertThat(new Checkout(root).tracked().orElseThrow()).hasSize(1);
    }

    /** What JGit would take for a section of that name, as it compares letters in upper case. */
    @Test
    void aSectionWhoseLettersOnlyLookAlikeIsNoConfiguration() throws IOException {
        Files.writeString(git.resolve("config"), "[\u0131nclude]\n path = /dev/zero\n");

        assertThatThrownBy(() -> GitFolder.of(root).history()).hasMessage("its configuration breaks Git's syntax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HEAD", "config", "index", "packed-refs", "shallow", "commondir", "objects/info/alternates"})
    void aPipeIsNotWaitedFor(String name) throws Exception {
        Files.deleteIfExists(git.resolve(name));
        Files.createDirectories(git.resolve(name).getParent());
        pipe(git.resolve(name));

        assertThatThrownBy(() -> {
                    GitFolder folder = GitFolder.of(root);
                    folder.index();
                    folder.history();
                })
                .isInstanceOf(IOException.class)
                .hasMessage(name + " is not a file");
        assertThat(new Checkout(root).files()).containsExactly("a.txt");
    }

    @Test
    void aTrackedFileThatBecameAPipeIsNotOpened() throws Exception {
        Files.delete(root.resolve("a.txt"));
        pipe(root.resolve("a.txt"));

        Checkout checkout = new Checkout(root);
        assertThatThrownBy(() -> checkout.head("a.txt", 1)).isInstanceOf(java.nio.file.NoSuchFileException.class);
        assertThatThrownBy(() -> checkout.read("a.txt", 1)).isInstanceOf(java.nio.file.NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ref: HEAD",
                "ref: refs/heads/loop",
                "ref: ../../../outside",
                "ref: refs/heads/a\0b",
                "ffffffffffffffffffffffffffffffffffffffff",
            })
    void aHeadThatLeadsNowhereIsNoHistoryWithoutCommits(String head) throws IOException {
        Files.writeString(git.resolve("refs/heads/loop"), "ref: refs/heads/loop\n");
        Files.writeString(temp.resolve("outside"), "0".repeat(40));
        String base = Files.readString(git.resolve("refs/heads/master")).strip();
        Files.writeString(git.resolve("HEAD"), head);

        assertThatThrownBy(() -> {
                    try (GitHistory history = GitFolder.of(root).history().orElseThrow()) {
                        history.commitsSince(base, 10);
                    }
                })
                .isInstanceOf(IOException.class)
                .message()
                .doesNotContain(temp.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit", "tree", "blob", "tag"})
    void anObjectThatInflatesWithoutEndIsNotRead(String type) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream deflated = new DeflaterOutputStream(bytes)) {
            deflated.write((type + " " + (128L << 20) + "\0").getBytes(UTF_8));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 128; i++) {
                deflated.write(nothing);
            }
        }
        String head = Files.readString(git.resolve("refs/heads/master")).strip();
        String name = switch (type) {
            case "commit" -> head;
            case "tag" -> Files.readString(git.resolve("refs/tags/v1")).strip();
            case "tree" -> resolve("HEAD^{tree}");
            default -> resolve("HEAD:a.txt");
        };
        Path object = git.resolve("objects/" + name.substring(0, 2) + "/" + name.substring(2));
        assertThat(object).exists();
        object.toFile().setWritable(true);
        Files.write(object, bytes.toByteArray());
        long allocated = allocated();

        assertThatThrownBy(() -> {
                    try (GitHistory history = GitFolder.of(root).history().orElseThrow()) {
                        history.tagsAtHead();
                        history.changeAfter("a.txt", Instant.EPOCH, 10);
                        history.fileAt(head, "a.txt", 1_000);
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(allocated() - allocated).isLessThan(64L << 20);
    }

    @Test
    void whateverIsBrokenIsAnErrorThatNamesNoPlace() throws Exception {
        GitProgram program = GitProgram.in(root);
        Random random = new Random(7);
        int refused = 0;
        for (boolean packed : new boolean[] {false, true}) {
            if (packed) {
                assumeTrue(program.succeeds("gc", "-q"), "there is no git");
            }
            List<Path> files = files(git).stream()
                    .filter(file -> !file.toString().contains("hooks")
                            && !file.toString().contains("logs"))
                    .toList();
            for (int round = 0; round < 200; round++) {
                Path file = files.get(random.nextInt(files.size()));
                byte[] whole = Files.readAllBytes(file);
                file.toFile().setWritable(true);
                Files.write(file, mutant(whole, random));
                try {
                    read();
                } catch (IOException e) {
                    refused++;
                    assertThat(e.getMessage()).doesNotContain(temp.toString());
                }
                Files.write(file, whole);
            }
        }
        assertThat(refused).isBetween(50, 390);
        assertHistory();
    }

    private void read() throws IOException {
        Checkout checkout = new Checkout(root);
        checkout.files();
        checkout.tracked();
        try (GitHistory history = checkout.git().history().orElseThrow()) {
            history.isShallow();
            history.tagsAtHead();
            history.changeAfter("a.txt", Instant.EPOCH, 10);
            String base = history.commitOf("HEAD~1").orElse("0".repeat(40));
            history.commitsSince(base, 10);
            history.fileAt(base, "a.txt", 1_000);
            history.originBranch("HEAD");
        }
    }

    private static byte[] mutant(byte[] whole, Random random) {
        if (whole.length == 0 || random.nextInt(5) == 0) {
            return java.util.Arrays.copyOf(whole, random.nextInt(whole.length + 40));
        }
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** The latest commit's clock is wrong, or every second one's. */
    @Test
    void aClockThatIsWrongHidesNoChange() throws Exception {
        long day = DAY.getEpochSecond();
        for (List<Long> times : List.of(
                List.of(day, day + 200_000, 0L),
                List.of(day, day + 200_000, -5L, -86_400L),
                List.of(day, 0L, day + 200_000, 0L, day + 1, 1L))) {
            Files.writeString(git.resolve("HEAD"), "ref: refs/heads/skewed\n");
            Files.deleteIfExists(git.resolve("refs/heads/skewed"));
            commits(times);
            try (GitHistory history = GitFolder.of(root).history().orElseThrow()) {
                assertThat(history.changeAfter("a.txt", DAY.plusSeconds(100_000), 10))
                        .as("%s", times)
                        .contains(DAY.plusSeconds(200_000));
                assertThat(history.changeAfter("a.txt", DAY.plusSeconds(200_000), 10))
                        .as("%s", times)
                        .isEmpty();
            }
        }
    }

    @Test
    void aYearThatNoIntegerHoldsIsTold() throws Exception {
        commits(List.of(4_102_444_800L));

        try (GitHistory history = GitFolder.of(root).history().orElseThrow()) {
            assertThat(history.changeAfter("a.txt", DAY, 10)).contains(Instant.parse("2100-01-01T00:00:00Z"));
        }
    }

    @Test
    void aLongHistoryIsLookedAtAsFarAsTheLimit() throws Exception {
        String base = resolve("HEAD");
        List<Long> times = new ArrayList<>();
        for (long i = 0; i < 5_000; i++) {
            times.add(DAY.getEpochSecond() + i);
        }
        commits(times);

        try (GitHistory history = GitFolder.of(root).history().orElseThrow()) {
            assertThat(history.commitsSince(base, 5_000)).hasSize(5_000);
            long start = allocated();
            assertThat(history.commitsSince(base, 5_000)).hasSize(5_000);
            long all = allocated() - start;
            assertThatThrownBy(() -> history.commitsSince(base, 10))
                    .hasMessage("there are more than 10 commits since the base");
            assertThat(allocated() - start - all).isLessThan(all / 10);
        }
    }

    /** Adds commits to the branch, each of another text of {@code a.txt}, made at those seconds since 1970. */
    private void commits(List<Long> times) throws IOException {
        try (Git opened = Git.open(root.toFile());
                ObjectInserter inserter = inserter(opened, times.size() > 100)) {
            ObjectId parent = opened.getRepository().resolve("HEAD");
            ObjectId head = parent;
            for (int i = 0; i < times.size(); i++) {
                TreeFormatter tree = new TreeFormatter();
                tree.append(
                        "a.txt",
                        org.eclipse.jgit.lib.FileMode.REGULAR_FILE,
                        inserter.insert(Constants.OBJ_BLOB, (times.get(i) + " " + i).getBytes(UTF_8)));
                String who = " A <a@example.org> " + times.get(i) + " +0000\n";
                String text = "tree " + inserter.insert(tree).getName() + "\n"
                        + (head == null ? "" : "parent " + head.getName() + "\n")
                        + "author" + who + "committer" + who + "\nchange\n";
                head = inserter.insert(Constants.OBJ_COMMIT, text.getBytes(UTF_8));
            }
            inserter.flush();
            RefUpdate update = opened.getRepository().updateRef("HEAD");
            update.setNewObjectId(head);
            update.forceUpdate();
        }
    }

    /** A pack is written faster than many files. */
    private static ObjectInserter inserter(Git opened, boolean pack) {
        FileRepository repository = (FileRepository) opened.getRepository();
        return pack ? repository.getObjectDatabase().newPackInserter() : repository.newObjectInserter();
    }

    private String resolve(String revision) throws IOException {
        try (Git opened = Git.open(root.toFile())) {
            return opened.getRepository().resolve(revision).getName();
        }
    }

    private void assertHistory() throws IOException {
        try (GitHistory history = GitFolder.of(root).history().orElseThrow()) {
            assertThat(history.tagsAtHead()).containsExactly("v1");
            assertThat(history.changeAfter("a.txt", DAY, 10)).contains(DAY.plus(Duration.ofDays(1)));
            assertThat(history.commitsSince(history.commitOf("HEAD~1").orElseThrow(), 10))
                    .hasSize(1);
        }
    }

    /** Every file of the checkout and of Git, and when it was last changed. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Path file : files(root)) {
            contents.put(
                    file.toString(),
                    Files.getLastModifiedTime(file) + " " + java.util.Arrays.hashCode(Files.readAllBytes(file)));
        }
        return contents;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void pipe(Path file) throws Exception {
        try {
            Process made = new ProcessBuilder("mkfifo", file.toString()).start();
            assumeTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0, "no pipes here");
        } catch (IOException e) {
            assumeTrue(false, "no pipes here");
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private interface Action {
        void run() throws Exception;
    }

    /** The processes started and the files read by this JVM meanwhile. */
    private List<RecordedEvent> recorded(Action action) throws Exception {
        Path file = temp.resolve("events.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ProcessStart").withoutStackTrace();
            recording.enable("jdk.FileRead").withoutThreshold().withoutStackTrace();
            recording.start();
            action.run();
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        if (events.isEmpty()) {
            fail("nothing was recorded");
        }
        return events;
    }
}
