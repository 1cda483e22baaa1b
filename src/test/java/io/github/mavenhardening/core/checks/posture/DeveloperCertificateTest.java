package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.PolicyLayer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeveloperCertificateTest {

    private static final String ADA = "Ada <ada@example.org>";
    private static final String BEN = "Ben <ben@example.org>";
    private static final String CY = "Cy <cy@example.org>";
    private static final String BY_CY = "\n\nSigned-off-by: " + CY + "\n";
    private static final String BY_ADA = "\n\nSigned-off-by: " + ADA + "\n";
    private static final String BY_BEN = "\n\nSigned-off-by: " + BEN + "\n";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----\n\nx\n-----END PGP SIGNATURE-----\n";
    private static final String CLAUSE = ", hereby add my Signed-off-by to this commit: ";

    @TempDir
    Path folder;

    private CommitStage stage;
    private final List<String> unsigned = new ArrayList<>();

    private final PostureCase repository = PostureCase.of(new DeveloperCertificate());

    @BeforeEach
    void stage() throws Exception {
        stage = new CommitStage(Files.createDirectory(folder.resolve("repository")), ADA);
        repository.in(stage.root());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private ObjectId add(String author, String committer, String message, ObjectId... others) throws Exception {
        return stage.add(author, committer, message, others);
    }

    private ObjectId good(String author, String committer, String message) throws Exception {
        return add(author, committer, message);
    }

    private ObjectId bad(String author, String committer, String message) throws Exception {
        ObjectId id = add(author, committer, message);
        unsigned.add(id.getName().substring(0, 10));
        return id;
    }

    /** The commits found, by the word after "commit". */
    private Set<String> found() {
        Set<String> found = new TreeSet<>();
        for (Finding finding : repository.audit().findings()) {
            assertThat(finding.message()).startsWith("Commit ").contains("is not signed off");
            found.add(finding.message().split(" ", 3)[1]);
        }
        return found;
    }

    private void allow(String individual, String thirdParty) throws Exception {
        stage.settings(
                ADA, "allowRemediationCommits:\n  individual: " + individual + "\n  thirdParty: " + thirdParty + "\n");
    }

    /** Forty commits as people, bots and tools make them; each is good or bad by the app's rules. */
    @Test
    void judgesAHistoryAsTheAppDoes() throws Exception {
        repository.variable("GITHUB_BASE_REF", "main");
        allow("true", "true");
        good(ADA, ADA, "Plain" + BY_ADA);
        good(ADA, ADA, "Other case\n\nsigned-OFF-by: ADA <Ada@Example.ORG>");
        good(ADA, ADA, "Several" + BY_BEN + BY_ADA.strip());
        good(ADA, BEN, "By the committer" + BY_BEN);
        good(ADA, BEN, "Name of one, address of the other\n\nSigned-off-by: Ada <ben@example.org>");
        good(ADA, ADA, "In the middle" + BY_ADA + "\nMore text follows.\n");
        good(ADA, ADA, "Signed-off-by: " + ADA);
        good(ADA, ADA, "Spaces after\n\nSigned-off-by: " + ADA + "  \t\n\n");
        good(ADA, ADA, "CRLF\r\n\r\nSigned-off-by: " + ADA + "\r\n");
        good(ADA, ADA, "Among trailers\n\nCo-authored-by: " + BEN + "\nSigned-off-by: " + ADA + "\nChange-Id: I1\n");
        good("A (x) B <a@example.org>", BEN, "Brackets\n\nSigned-off-by: A (x) B <a@example.org>");
        good("Zoë <zoe@example.org>", BEN, "Letters\n\nSigned-off-by: ZOË <zoe@example.org>");
        good("dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>", BEN, "Bump");
        good("renovate[bot] <renovate[bot]@users.noreply.github.com>", BEN, "Update");
        ObjectId side = add(ADA, ADA, "Side" + BY_ADA);
        add(ADA, ADA, "Merge branch 'side'", stage.base());
        add(ADA, ADA, "Merge two", stage.base(), side);
        bad(ADA, ADA, "Nothing");
        bad(ADA, ADA, "");
        bad(ADA, ADA, "Another's" + BY_BEN);
        bad(ADA, ADA, "Wrong address\n\nSigned-off-by: Ada <ada@example.com>");
        bad(ADA, ADA, "Wrong name\n\nSigned-off-by: Ada L. <ada@example.org>");
        bad(ADA, ADA, "Indented\n\n  Signed-off-by: " + ADA);
        bad(ADA, ADA, "No space\n\nSigned-off-by:" + ADA);
        bad(ADA, ADA, "No address\n\nSigned-off-by: Ada");
        bad(ADA, ADA, "Text behind\n\nSigned-off-by: " + ADA + " (really)");
        bad(ADA, ADA, "Within a line: Signed-off-by: " + ADA);
        bad(ADA, ADA, "Quoted\n\n> Signed-off-by: " + ADA);
        bad(ADA, ADA, "Acked\n\nAcked-by: " + ADA);
        bad(ADA, ADA, "Two wrong ones" + BY_BEN + "Signed-off-by: Cy <cy@example.org>");
        bad("Ada <ada@localhost>", "Ada <ada@localhost>", "No domain\n\nSigned-off-by: Ada <ada@localhost>");
        bad("ci[bot] <ci@example.org>", BEN, "No bot's address");
        bad("dependabot <49699333+dependabot[bot]@users.noreply.github.com>", BEN, "No bot's name");
        ObjectId healed = add(ADA, ADA, "Forgotten");
        add(ADA, ADA, "DCO Remediation\n\nI, " + ADA + CLAUSE + healed.getName() + BY_ADA);
        ObjectId third = add(BEN, BEN, "Forgotten, too");
        add(ADA, ADA, "Remediation\n\nOn behalf of " + BEN + ", I, " + ADA + CLAUSE + third.getName() + BY_ADA);
        ObjectId usurped = bad(BEN, BEN, "Not healed by another in the author's name");
        add(ADA, ADA, "Usurpation\n\nI, " + BEN + CLAUSE + usurped.getName() + BY_ADA);
        good(ADA, ADA, "Last" + BY_ADA);
        assertThat(stage.commits() - 1).as("commits of the change").isEqualTo(40);
        assertThat(unsigned).hasSize(17);
        assertThat(found()).isEqualTo(new TreeSet<>(unsigned));
    }

    @Test
    void healsOnlyAsTheRepositoryAllows() throws Exception {
        repository.variable("GITHUB_BASE_REF", "main");
        String own = add(ADA, ADA, "Forgotten").getName();
        add(ADA, ADA, "R\n\nI, " + ADA + CLAUSE + own + BY_ADA);
        String other = add(BEN, BEN, "Forgotten").getName();
        add(ADA, ADA, "R\n\nOn behalf of " + BEN + ", I, " + ADA + CLAUSE + other + BY_ADA);
        assertThat(found()).containsExactlyInAnyOrder(own.substring(0, 10), other.substring(0, 10));
        allow("true", "false");
        assertThat(found()).containsExactly(other.substring(0, 10));
        allow("false", "true");
        assertThat(found()).hasSize(2);
        allow("true", "true");
        assertThat(repository.audit().findings()).isEmpty();
    }

    /** The signer is the author of the later commit; on another's behalf its committer as well. */
    @Test
    void takesThirdPartiesAsAuthorsOrCommitters() throws Exception {
        repository.variable("GITHUB_BASE_REF", "main");
        allow("true", "true");
        String one = add(BEN, BEN, "One").getName();
        String two = add(BEN, BEN, "Two").getName();
        String three = add(BEN, BEN, "Three").getName();
        String four = add(BEN, BEN, "Four").getName();
        add(ADA, CY, "By the author\n\nOn behalf of " + BEN + ", I, " + ADA + CLAUSE + one + BY_ADA);
        add(CY, ADA, "By the committer\n\non BEHALF of " + BEN + ", I, ADA <Ada@Example.org>" + CLAUSE + two + BY_ADA);
        add(CY, CY, "By neither\n\nOn behalf of " + BEN + ", I, " + ADA + CLAUSE + three + BY_CY);
        add(ADA, BEN, "By the author's commit of another\n\nI, " + BEN + CLAUSE + four + BY_ADA);
        assertThat(found()).containsExactlyInAnyOrder(three.substring(0, 10), four.substring(0, 10));
        allow("true", "false");
        assertThat(found()).hasSize(4);
    }

    /** As the app reads it: the commit that remedies is judged by itself, merges are not, and a hash is a hash. */
    @Test
    void healsAsTheAppDoes() throws Exception {
        repository.variable("GITHUB_BASE_REF", "main");
        allow("true", "true");
        String one = add(ADA, ADA, "By a merge").getName();
        add(ADA, ADA, "Merge\n\nI, " + ADA + CLAUSE + one, stage.base());
        String two = add(ADA, ADA, "By one that is remedied").getName();
        String three = add(ADA, ADA, "R\n\nI, " + ADA + CLAUSE + two).getName();
        add(ADA, ADA, "R\n\nI, " + ADA + CLAUSE + three + BY_ADA);
        String four = add(ADA, ADA, "Wrong one" + BY_BEN).getName();
        add(ADA, ADA, "R\n\nI, " + ADA + CLAUSE + four + "\r\n" + BY_ADA);
        String shortened = add(ADA, ADA, "Short").getName();
        add(ADA, ADA, "R\n\nI, " + ADA + CLAUSE + shortened.substring(0, 12) + BY_ADA);
        String blank = add(ADA, ADA, "Blank").getName();
        add(ADA, ADA, "R\n\nI, " + ADA + CLAUSE + blank + " " + BY_ADA);
        String upper = add(ADA, ADA, "Upper case").getName();
        add(ADA, ADA, "R\n\nI, " + ADA + CLAUSE + upper.toUpperCase(Locale.ROOT) + BY_ADA);
        String local = "Cy <cy@localhost>";
        String invalid = add(local, local, "No address").getName();
        String healing = add(local, local, "R\n\nI, " + local + CLAUSE + invalid + "\n\nSigned-off-by: " + local)
                .getName();
        assertThat(found())
                .containsExactlyInAnyOrder(
                        shortened.substring(0, 10),
                        blank.substring(0, 10),
                        upper.substring(0, 10),
                        invalid.substring(0, 10),
                        healing.substring(0, 10));
    }

    /** What was reported to the app as wrong, or as surprising; it decides as before. */
    @Test
    void decidesReportedCasesAsTheAppDoes() throws Exception {
        repository.variable("GITHUB_BASE_REF", "main");
        String web = "Ada <ada@users.noreply.github.com>";
        String forge = "GitHub <noreply@github.com>";
        // dcoapp/app#134: a squashed commit has the sign-offs of its parts, all of another address.
        bad(web, forge, "Squashed (#1)\n\n* One\n" + BY_ADA + "\n* Two\n" + BY_ADA);
        // dcoapp/app#114: a private address on the web, the public one in the sign-off.
        bad(web, forge, "Edit README" + BY_ADA);
        good(web, forge, "Edit README\n\nSigned-off-by: " + web);
        // dcoapp/app#179: the address has changed since.
        bad(ADA, ADA, "New job\n\nSigned-off-by: Ada <ada@new.example.org>");
        // dcoapp/app#201: the right name is not enough.
        bad(ADA, BEN, "Name alone\n\nSigned-off-by: Ada <cy@example.org>");
        // dcoapp/app#39: who applies a patch may sign it off.
        good(CY, BEN, "A patch by mail" + BY_BEN);
        // dcoapp/app#34: an address that is none.
        bad("Ada <ada@home..org>", ADA, "Typing error\n\nSigned-off-by: Ada <ada@home..org>");
        // hivecommons/hive#6251: a program that signs with an address in brackets is not taken for a bot.
        String program = "quality <quality[bot]@users.noreply.github.com>";
        bad(program, program, "By a program\n\nSigned-off-by: " + program);
        // xapi-project/xen-api#5931: a merge by the forge in the author's name needs none.
        add(web, forge, "Merge pull request #2", stage.base());
        // Reported: a short address is one, and a name of a host that ends in a hyphen is none.
        good("Ada <a@x.ai>", ADA, "Short\n\nSigned-off-by: Ada <a@x.ai>");
        bad("Ada <ada@home-.org>", ADA, "Hyphen\n\nSigned-off-by: Ada <ada@home-.org>");
        // Reported: who takes a suggestion on the web gets co-authors behind the sign-off, which counts all the same.
        good(ADA, forge, "Suggestion" + BY_ADA + "\nCo-Authored-By: ada <ada@example.org>");
        // Reported: the sign-offs of the parts are not in what was squashed.
        bad(ADA, forge, "Squashed (#3)\n\n* One\n* Two\n");
        assertThat(found()).isEqualTo(new TreeSet<>(unsigned));
    }

    /** On one's own behalf is on somebody's behalf. */
    @Test
    void readsTheSettingsAsTheAppDoes() throws Exception {
        repository.variable("GITHUB_BASE_REF", "main");
        String own = add(ADA, ADA, "Forgotten").getName();
        add(ADA, ADA, "R\n\nI, " + ADA + CLAUSE + own + BY_ADA);
        String self = add(ADA, ADA, "Forgotten").getName();
        add(ADA, ADA, "R\n\nOn behalf of " + ADA + ", I, " + ADA + CLAUSE + self + BY_ADA);
        for (String alone : List.of("true", "yes", "'true'", "1", "no", "'false'")) {
            stage.settings(ADA, "allowRemediationCommits:\n  individual: " + alone + "\n");
            assertThat(found()).as(alone).containsExactly(self.substring(0, 10));
        }
        for (String off : List.of("false", "False", "", "null", "0", "''")) {
            stage.settings(ADA, "allowRemediationCommits:\n  individual: " + off + "\n  thirdParty: true\n");
            assertThat(found()).as(off).hasSize(2);
        }
        // Reported: that others may does not say that authors may.
        stage.settings(ADA, "allowRemediationCommits:\n  thirdParty: true\n");
        assertThat(found()).hasSize(2);
        stage.settings(ADA, "allowRemediationCommits: true\n");
        assertThat(found()).hasSize(2);
        allow("true", "true");
        assertThat(repository.audit().findings()).isEmpty();
    }

    /** The app takes them from the repository, not from the change: else a change could switch off what it is judged by. */
    @Test
    void takesNoSettingsFromTheChange() throws Exception {
        repository.variable("GITHUB_BASE_REF", "main");
        stage.propose("allowRemediationCommits:\n  individual: true\n  thirdParty: true\nrequire:\n  members: false\n");
        stage.sign(SIGNATURE);
        String own = add(ADA, ADA, "Forgotten").getName();
        add(ADA, ADA, "R\n\nI, " + ADA + CLAUSE + own + BY_ADA);
        assertThat(repository.only().severity()).isEqualTo(Severity.HIGH);
        allow("true", "false");
        assertThat(repository.audit().findings()).isEmpty();
    }

    /** GitHub makes no pull request without a commit: where none is seen, the change is not what is checked out. */
    @Test
    void neverPassesWhereTheBaseIsCheckedOut() throws Exception {
        String unseen = "high :0 Sign-offs could not be checked: the base is checked out, without the commits of the"
                + " pull request";
        repository.variable("GITHUB_EVENT_NAME", "pull_request_target").variable("GITHUB_BASE_REF", "main");
        assertThat(repository.found()).containsExactly(unseen);
        repository.variable("GITHUB_EVENT_NAME", "pull_request");
        assertThat(repository.found()).as("the base checked out by hand").containsExactly(unseen);
        repository.option("base: origin/main");
        assertThat(repository.found()).as("the same base by its name").containsExactly(unseen);
    }

    /** What the base branch has gained since an older base is not the change either. */
    @Test
    void takesTheBaseBranchForNoChange() throws Exception {
        ObjectId sha = add(ADA, ADA, "On the base branch" + BY_ADA);
        repository
                .variable("GITHUB_EVENT_NAME", "pull_request_target")
                .variable("GITHUB_BASE_REF", "main")
                .variable("GITHUB_SHA", sha.getName());
        assertThat(repository.only().message()).contains("the base is checked out");
        add(ADA, ADA, "The change, checked out by hand");
        assertThat(found()).hasSize(1);
    }

    @Test
    void takesTheBaseThatItIsTold() throws Exception {
        add(ADA, ADA, "First");
        ObjectId second = add(ADA, ADA, "Second");
        add(ADA, ADA, "Third");
        stage.update("refs/remotes/origin/HEAD", stage.base());
        assertThat(found()).as("origin/HEAD").hasSize(3);
        repository.variable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main");
        assertThat(found()).as("GitLab's branch").hasSize(3);
        repository.variable("CI_MERGE_REQUEST_DIFF_BASE_SHA", second.getName());
        assertThat(found()).as("GitLab's commit").hasSize(1);
        repository.variable("GITHUB_BASE_REF", "main");
        assertThat(found()).as("GitHub").hasSize(3);
        repository.option("base: HEAD~2");
        assertThat(found()).as("the option").hasSize(2);
        repository.base("HEAD~1");
        assertThat(found()).as("the user").hasSize(1);
    }

    @Test
    void takesTheBranchThatAMergeQueueLeadsTo() throws Exception {
        add(ADA, ADA, "First");
        repository
                .variable("GITHUB_EVENT_NAME", "merge_group")
                .variable(
                        "GITHUB_REF",
                        "refs/heads/gh-readonly-queue/main/pr-7-" + stage.base().getName());
        assertThat(found()).hasSize(1);
    }

    /** Only the forge knows who is a member and whose signature is good: neither pass nor plain failure. */
    @Test
    void saysWhereMembersMayBeExempt() throws Exception {
        repository.variable("GITHUB_BASE_REF", "main");
        stage.settings(ADA, "require:\n  members: false\n");
        add(ADA, ADA, "Unsigned");
        stage.sign(SIGNATURE);
        add(ADA, ADA, "Signed");
        assertThat(repository.audit().findings())
                .extracting(
                        Finding::severity,
                        Finding::confidence,
                        it -> it.message().contains("exempts members"))
                .containsExactlyInAnyOrder(
                        tuple(Severity.HIGH, Confidence.HIGH, false), tuple(Severity.MEDIUM, Confidence.LOW, true));
        stage.settings(ADA, "require:\n  members: true\n");
        assertThat(repository.audit().findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.HIGH, Severity.HIGH);
    }

    @Test
    void neverPassesWhereItCouldNotLook() throws Exception {
        add(ADA, ADA, "Signed" + BY_ADA);
        assertThat(repository.found())
                .containsExactly(
                        "high :0 Sign-offs could not be checked: the base of the change is not known (origin/HEAD)");
        repository.option("base: 'no such^^{x'");
        assertThat(repository.only().message()).contains("the base of the change is not known");

        Path clone = folder.resolve("clone");
        Git.cloneRepository()
                .setURI(stage.root().toUri().toString())
                .setDirectory(clone.toFile())
                .setDepth(1)
                .call()
                .close();
        // The commits hold no files, and an audit of no files has nothing to look at.
        Files.writeString(clone.resolve("README.md"), "# r\n");
        PostureCase shallow = PostureCase.of(new DeveloperCertificate()).in(clone);
        assertThat(shallow.only().message()).contains("the clone is shallow");
        assertThat(shallow.only().remedy()).contains("fetch-depth: 0");

        Path bare = Files.createDirectory(folder.resolve("none"));
        Files.writeString(bare.resolve("a"), "a");
        assertThat(PostureCase.of(new DeveloperCertificate()).in(bare).only().message())
                .contains("there is no Git repository");
    }

    @Test
    void saysWhereThereIsNoChange() throws Exception {
        repository.variable("GITHUB_EVENT_NAME", "push");
        assertThat(repository.found())
                .containsExactly("info :0 No sign-off was checked: this build is not of a pull or merge request");
        repository.option("base: origin/main");
        assertThat(repository.found())
                .containsExactly("info :0 No sign-off was checked: there are no commits since origin/main");
    }

    @Test
    void countsOnlyWhereItIsAskedFor() {
        DeveloperCertificate check = new DeveloperCertificate();
        assertThat(PolicyLayer.none().toPolicy().isEnabled(check)).isFalse();
        assertThat(PolicyLayer.none().toPolicy().isEnabled(new SecurityPolicyFile()))
                .isTrue();
        assertThat(Checks.load(getClass().getClassLoader()).byId("dco")).isPresent();
    }
}
