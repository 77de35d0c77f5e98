namespace PulumiNumbers.Tests.Lifecycle.Memberships.Faults;

/// <summary>Every way of going wrong, in every request, during everything that is done to a membership; once and all the time.</summary>
public sealed class FaultMatrixTests(FaultMatrix matrix) : IClassFixture<FaultMatrix>
{
    public static TheoryData<Misbehaviour, PoolRequest, Verb, bool> Rows
    {
        get
        {
            var rows = new TheoryData<Misbehaviour, PoolRequest, Verb, bool>();
            foreach (var (misbehaviour, request, verb, lasts) in FaultCase.All)
                rows.Add(misbehaviour, request, verb, lasts);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public Task The_run_ends_the_state_is_true_and_the_next_run_converges(Misbehaviour misbehaviour, PoolRequest request, Verb verb, bool lasts) =>
        matrix.ResultOfAsync(new FaultCase(misbehaviour, request, verb, lasts));
}
