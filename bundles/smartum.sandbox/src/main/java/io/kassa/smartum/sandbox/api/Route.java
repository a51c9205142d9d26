package io.kassa.smartum.sandbox.api;

import io.kassa.smartum.sandbox.contract.Contract;
import io.kassa.smartum.sandbox.contract.Term;
import io.kassa.smartum.sandbox.http.HttpRequest;
import io.kassa.smartum.sandbox.trouble.Target;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A method and path of the API. */
record Route(Target target, String method, Pattern path) {

    static List<Route> of(Contract contract) {
        return List.of(
                route(Target.TOKEN, "POST", contract.word(Term.PATH_TOKEN)),
                route(Target.LOOK_UP, "GET", contract.word(Term.PATH_TRANSACTION)),
                route(Target.REFUND, "POST", contract.word(Term.PATH_REFUNDS)),
                route(Target.VENUES, "GET", contract.word(Term.PATH_VENUES)),
                route(Target.CHECKOUT, "POST", contract.word(Term.PATH_CHECKOUT)));
    }

    boolean fits(HttpRequest request) {
        return method.equals(request.method()) && path.matcher(request.path()).matches();
    }

    /** The transaction that the path names. */
    Optional<String> transaction(HttpRequest request) {
        Matcher matcher = path.matcher(request.path());
        return matcher.matches() && matcher.groupCount() == 1 ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Route route(Target target, String method, String path) {
        String pattern = Pattern.quote(path).replace("{tx}", "\\E([^/]+)\\Q");
        return new Route(target, method, Pattern.compile(pattern));
    }
}
