using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Tests.Journeys;

public sealed class VariantQuotaTests
{
    [Theory]
    [InlineData(50, 50)]
    [InlineData(33, 33, 34)]
    [InlineData(1, 99)]
    [InlineData(1, 1, 1, 97)]
    [InlineData(81, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)]
    [InlineData(5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5)]
    public void No_path_is_ever_off_its_quota_by_one_account_or_more(params int[] percentages) => AssertWithinOne(percentages);

    [Fact]
    public void Random_percentages_keep_the_quota_too()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 2_000; i++)
        {
            var paths = random.Next(2, 21);
            var percentages = Enumerable.Repeat(1, paths).ToArray();
            for (var left = 100 - paths; left > 0; left--)
                percentages[random.Next(paths)]++;
            AssertWithinOne(percentages);
        }
    }

    private static void AssertWithinOne(int[] percentages)
    {
        var slots = VariantQuota.Slots(percentages);
        var served = new int[percentages.Length];
        for (var n = 1; n <= 300; n++)
        {
            served[slots[(n - 1) % 100] - 1]++;
            for (var path = 0; path < percentages.Length; path++)
            {
                var off = served[path] - (n * percentages[path] / 100m);
                Assert.True(Math.Abs(off) < 1, $"After {n} accounts path {path + 1} of {string.Join('/', percentages)} has {served[path]}, {off} off its quota.");
            }
        }
    }
}
