package vedette.edge.serve;

import java.util.Optional;
import vedette.model.Operator;

/// A decision about somebody who came, as it is written down. It holds nothing that anybody typed: no password, no
/// token, no name of an account that does not exist.
///
/// @param kind what was decided
/// @param allowed how
/// @param way by which they came: `password`, `provider`, `key`, `certificate`, or nothing
/// @param account an account that exists, as it is called in its file; empty otherwise
/// @param role what they are, where that is known
/// @param address the machine's, as the socket has it
/// @param route what they asked for, as the list of routes has it; empty where it makes no difference
/// @param reason in one of our own words; empty when it was allowed
record SecurityEvent(
        Kind kind,
        boolean allowed,
        String way,
        String account,
        Optional<Operator.Role> role,
        String address,
        String route,
        String reason) {
    /// What is decided.
    enum Kind {
        /// Whether a session is opened.
        LOG_IN,
        /// A session was ended by its person.
        LOG_OUT,
        /// Whether somebody gets another password.
        PASSWORD,
        /// Whether a key, a certificate or a session's token opens anything.
        CREDENTIAL,
        /// A request that was refused.
        ACCESS
    }

    private static final String NOBODY = "";

    static SecurityEvent logIn(String way, Optional<Account> account, String address, String reason) {
        return new SecurityEvent(
                Kind.LOG_IN,
                reason.isEmpty(),
                way,
                account.map(Account::name).orElse(NOBODY),
                account.map(Account::role),
                address,
                "",
                reason);
    }

    /// The same decision about something else.
    SecurityEvent of(Kind other) {
        return new SecurityEvent(other, allowed, way, account, role, address, route, reason);
    }
}
