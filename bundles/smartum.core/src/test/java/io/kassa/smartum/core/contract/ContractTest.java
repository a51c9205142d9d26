package io.kassa.smartum.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kassa.smartum.core.contract.Contract.NotAContract;
import org.junit.jupiter.api.Test;

class ContractTest {
    @Test
    void theShippedContractSaysWhatIsAssumed() {
        Contract contract = Contract.shipped();
        assertThat(contract.get(Term.CLAIM_TRANSACTION)).isEqualTo("jti");
        assertThat(contract.get(Term.REFUND_PATH)).isEqualTo("/v1/transactions/{transaction}/refunds");
        assertThat(contract.names(Term.RECEIPT_PARAMETERS)).containsExactly("jwt", "token");
        assertThat(contract).hasToString("assumed (shipped)");
    }

    @Test
    void aFileChangesOnlyTheLinesThatItHas() throws NotAContract {
        Contract contract = Contract.shipped().overlaid("real.properties", """
                # from the provider's documentation
                contract.name = Smartum POS 2.1
                receipt.claim.amount = sum
                lookup.path =
                """);
        assertThat(contract.get(Term.CLAIM_AMOUNT)).isEqualTo("sum");
        assertThat(contract.get(Term.LOOKUP_PATH)).isEmpty();
        assertThat(contract.get(Term.CLAIM_VENUE)).isEqualTo("venue");
        assertThat(contract).hasToString("Smartum POS 2.1 (real.properties)");
    }

    @Test
    void everyProblemOfAFileIsListedAtOnce() {
        String text = """
                receipt.claim.amount = sum of all
                receipt.claim.venue = here
                receipt.claim.venue = there
                receipt.algorithm = none
                token.path = http://evil.example/token
                refund.path = /v1/refunds
                lookup.path = /v1/{transaction}/../{transaction}
                id.transaction = tx_[
                """;
        NotAContract problem = catchThrowableOfType(
                NotAContract.class, () -> Contract.shipped().overlaid("bad", text));
        assertThat(problem.problems())
                .satisfiesExactlyInAnyOrder(
                        p -> assertThat(p).startsWith("contract.name is missing"),
                        p -> assertThat(p).startsWith("receipt.claim.amount must be"),
                        p -> assertThat(p).isEqualTo("receipt.claim.venue is given twice"),
                        p -> assertThat(p).isEqualTo("receipt.algorithm is not a term of the contract"),
                        p -> assertThat(p).startsWith("token.path must be"),
                        p -> assertThat(p).startsWith("refund.path must be"),
                        p -> assertThat(p).startsWith("lookup.path must be"),
                        p -> assertThat(p).startsWith("id.transaction must be"));
    }

    @Test
    void twoClaimsCannotHaveOneName() {
        NotAContract problem = catchThrowableOfType(
                NotAContract.class,
                () -> Contract.shipped().overlaid("bad", "contract.name=x\nreceipt.claim.amount=card_amount\n"));
        assertThat(problem.problems()).singleElement().asString().contains("same name");
    }

    @Test
    void aTransactionIdCannotLeaveItsPlaceInAPath() {
        Contract contract = Contract.shipped();
        assertThat(TransactionId.parse(contract, "tx_R60D21hL60bj5N1v")).isPresent();
        assertThat(TransactionId.parse(contract, "tx_short1")).isPresent();
        for (String text :
                new String[] {"", "tx_", "tx_a/b", "tx_../x", "tx_a?b", "tx_a%20", "tx_ä", "ven_R60D21hL60bj5N1v"}) {
            assertThat(TransactionId.parse(contract, text)).as(text).isEmpty();
        }
    }
}
