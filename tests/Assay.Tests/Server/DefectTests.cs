using System.Net;
using NodaTime;

namespace Assay.Tests.Server;

public sealed class DefectTests
{
    [Theory]
    [InlineData("/account"), InlineData("/api/v1/me")]
    public async Task A_defect_tells_a_number_and_nothing_of_itself(string path)
    {
        var clock = new BrokenClock();
        await using var server = await TeamServer.Open(with: o => o with { Clock = clock });
        var owner = await server.Owner();
        var token = server.Token("Ada");
        clock.IsBroken = true;
        var answer = await owner.Get(path, m => m.Headers.Authorization = new("Bearer", token));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Contains("has a defect here. Its owner finds it in the log under", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("words of a case", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        clock.IsBroken = false;
        Assert.Equal(HttpStatusCode.OK, (await owner.Get(path, m => m.Headers.Authorization = new("Bearer", token))).Status);
    }

    private sealed class BrokenClock : IClock
    {
        public bool IsBroken { get; set; }

        public Instant GetCurrentInstant() =>
            IsBroken ? throw new InvalidOperationException("It broke over the words of a case.") : Instant.FromUtc(2024, 3, 1, 9, 0);
    }
}
