using System.Text.Json.Nodes;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Tests.Journeys.RandomJourneys;
using BuyingGroups.Tests.Machine;

namespace BuyingGroups.Tests.Journeys;

public sealed class JourneySchemaTests
{
    private static readonly JsonSchemaCheck Check = new(JsonNode.Parse(JourneySchema.Write())!.AsObject());

    public static string Folder { get; } = Path.Combine(ThisMachine.Repository, "docs", "journeys");

    public static TheoryData<string> Examples => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Where(name => name is not "journey.schema.json").Order(StringComparer.Ordinal)];

    [Fact]
    public void The_published_schema_is_in_step_with_the_code()
    {
        var file = Path.Combine(Folder, "journey.schema.json");
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
            File.WriteAllText(file, JourneySchema.Write());

        Assert.True(File.ReadAllText(file) == JourneySchema.Write(), "docs/journeys/journey.schema.json is not what the code says. Run this test with UPDATE_SCHEMA=1 and commit the file.");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Examples_fit_the_schema_and_can_be_read(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name));

        Assert.Empty(Check.Problems(JsonNode.Parse(text)));
        Assert.Empty(JourneyJson.Read(text).Problems);
    }

    [Fact]
    public void Whatever_is_written_fits_the_schema()
    {
        for (var seed = 0; seed < 60; seed++)
            Assert.Empty(Check.Problems(JsonNode.Parse(JourneyJson.Write(RandomJourney.Make(seed, 30)))));
    }

    [Theory]
    [InlineData("""{"schema":2,"nodes":[]}""")]
    [InlineData("""{"schema":1}""")]
    [InlineData("""{"schema":1,"nodes":[],"colour":1}""")]
    [InlineData("""{"schema":1,"nodes":[{"id":"x","kind":"spell"}]}""")]
    [InlineData("""{"schema":1,"nodes":[{"id":"Ö","kind":"merge"}]}""")]
    [InlineData("""{"schema":1,"nodes":[{"id":"x","kind":"wait"}]}""")]
    [InlineData("""{"schema":1,"nodes":[{"id":"x","kind":"wait","settings":{"until":{"duration":{"amount":1.5,"unit":"days"}}}}]}""")]
    [InlineData("""{"schema":1,"nodes":[{"id":"x","kind":"wait","settings":{"until":{"duration":{"amount":"1","unit":"days"}}}}]}""")]
    [InlineData("""{"schema":1,"nodes":[{"id":"x","kind":"wait","settings":{"until":{"date":"2027-01-31T12:30:00Z"}}}]}""")]
    [InlineData("""{"schema":1,"nodes":[{"id":"x","kind":"merge","settings":{"kind":"merge"}}]}""")]
    [InlineData("""{"schema":1,"nodes":[{"id":"x","kind":"merge","paths":[{"kind":"next"}]}]}""")]
    [InlineData("""{"schema":1,"nodes":[],"settings":{"endsAt":"2027-01-31T12:30:00"}}""")]
    public void Reading_and_the_schema_refuse_alike(string text)
    {
        Assert.NotEmpty(Check.Problems(JsonNode.Parse(text)));
        Assert.NotEmpty(JourneyJson.Read(text).Problems);
    }
}
