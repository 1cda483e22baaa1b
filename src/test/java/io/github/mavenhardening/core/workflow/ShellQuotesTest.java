package io.github.mavenhardening.core.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellQuotesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "POSIX|echo HERE|true",
                "POSIX|echo \"HERE\"|true",
                "POSIX|echo 'HERE'|false",
                "POSIX|echo \"it's HERE\"|true",
                "POSIX|echo it\\'s HERE|true",
                "POSIX|echo 'a' HERE|true",
                "POSIX|a # it's~echo HERE|true",
                "POSIX|a # HERE|false",
                "POSIX|echo a#'b' HERE|true",
                "POSIX|cat <<EOF~HERE~EOF|false",
                "POSIX|cat <<< \"HERE\"|true",
                "POSIX|X=\"$(jq '.HERE' f)\"|false",
                "POSIX|X=\"$(jq 'select(.a == \"HERE\")' f)\"|false",
                "POSIX|X=\"$(jq \".HERE\" f)\"|true",
                "POSIX|X=\"$(jq '.a' f) 'HERE'\"|true",
                "POSIX|X=\"`jq '.HERE' f`\"|false",
                "POSIX|X=\"`jq '.a' f`'HERE'\"|true",
                "POSIX|X=`jq \"a`'HERE'|false",
                "POSIX|echo $'a\\'HERE'|false",
                "POSIX|echo $'a\\\\' HERE|true",
                "POSIX|(a 'b'); echo ) 'c' HERE|true",
                "POWERSHELL|echo \"$(Get-A 'HERE')\"|false",
                "POWERSHELL|echo 'HERE'|false",
                "POWERSHELL|echo `'HERE|true",
                "POWERSHELL|echo @'~HERE~'@|false",
                "CMD|echo 'HERE'|true",
            })
    void knowsWhereVariablesAreRead(Shell shell, String script, boolean read) {
        String text = script.replace('~', '\n');
        assertThat(new ShellQuotes(text, shell).expandAt(text.indexOf("HERE"))).isEqualTo(read);
    }
}
