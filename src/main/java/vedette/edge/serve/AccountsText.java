package vedette.edge.serve;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Operator;

/// Accounts as they stand in their file.
final class AccountsText {
    private AccountsText() {}

    static String write(List<Account> accounts) {
        List<Json> items = accounts.stream().map(AccountsText::account).toList();
        return JsonText.write(members(member("accounts", new Json.Items(items))), 2) + "\n";
    }

    private static Json account(Account account) {
        List<Json> keys = account.keys().stream().map(AccountsText::key).toList();
        return members(
                member("name", new Json.Text(account.name())),
                member("role", new Json.Text(account.role().name())),
                member("password", new Json.Text(account.password())),
                member("keys", new Json.Items(keys)),
                member("issuer", text(account.identity().map(Account.Identity::issuer))),
                member("subject", text(account.identity().map(Account.Identity::subject))));
    }

    private static Json text(Optional<String> text) {
        return text.<Json>map(Json.Text::new).orElse(new Json.Nothing());
    }

    private static Json key(Account.Key key) {
        return members(
                member("id", new Json.Text(key.id())),
                member("role", new Json.Text(key.role().name())),
                member("sha256", new Json.Text(key.digest())),
                member("untilS", new Json.Whole(key.untilS())));
    }

    private static Json.Member member(String name, Json value) {
        return new Json.Member(name, value);
    }

    private static Json members(Json.Member... members) {
        return new Json.Members(Stream.of(members).toList());
    }

    /// The accounts in a text.
    ///
    /// @throws IllegalArgumentException where it says something else
    static List<Account> read(String text) {
        return switch (JsonText.read(text)) {
            case JsonText.Read(Json json) ->
                json.items("accounts").stream().map(AccountsText::account).toList();
            case JsonText.NotJson(String reason, int line) ->
                throw new IllegalArgumentException("line " + line + ": " + reason);
        };
    }

    private static Account account(Json json) {
        List<Account.Key> keys =
                json.items("keys").stream().map(AccountsText::key).toList();
        Optional<Account.Identity> identity = json.text("issuer")
                .flatMap(issuer -> json.text("subject").map(subject -> new Account.Identity(issuer, subject)));
        return new Account(text(json, "name"), role(json), text(json, "password"), keys, identity);
    }

    private static Account.Key key(Json json) {
        return new Account.Key(
                text(json, "id"),
                role(json),
                text(json, "sha256"),
                json.whole("untilS").orElse(0));
    }

    private static Operator.Role role(Json json) {
        return Operator.Role.valueOf(text(json, "role"));
    }

    private static String text(Json json, String name) {
        return json.text(name).orElseThrow(() -> new IllegalArgumentException("no '" + name + "'"));
    }
}
