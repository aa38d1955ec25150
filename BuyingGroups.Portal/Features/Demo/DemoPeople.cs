using BuyingGroups.Portal.Features.Demo.Words;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>Invents people for companies. Streams; the people of a company depend on the seed and its place in the list only.</summary>
public static class DemoPeople
{
    const int FirstKey = 100_001;

    /// <summary>How many people the companies of a block have, relative to each other: some none yet, a few very many.</summary>
    static readonly double[] Crowds = [0, 0.15, 0.25, 0.35, 0.45, 0.5, 0.6, 0.65, 0.75, 0.8, 0.9, 1, 1, 1.1, 1.2, 1.35, 1.5, 1.8, 2.3, 3.35];

    /// <summary>The people of the demo's own companies, and the rows that an import must reject if the size asks for them.</summary>
    public static IEnumerable<DemoPerson> Generate(DemoSize size) =>
        For(DemoAccounts.Generate(size).Select(account => account.Employer), size.Accounts, size.People, size.Seed, size.Faults);

    /// <summary>Exactly <paramref name="people"/> people, spread unevenly over <paramref name="employers"/>, of which there are <paramref name="count"/>.</summary>
    public static IEnumerable<DemoPerson> For(IEnumerable<DemoEmployer> employers, int count, int people, ulong seed = 20260117, bool faults = false)
    {
        var made = 0;
        var due = 0.0;
        var number = 0;
        foreach (var employer in employers)
        {
            var random = new DemoRandom(seed ^ 0x5EED, number);
            number++;
            due += (double)people / count * Crowd(seed, number);
            var share = number == count ? people - made : Math.Min((int)due, people) - made;
            foreach (var person in At(random, employer, FirstKey + made, Math.Max(0, share)))
                yield return person;
            made += Math.Max(0, share);
            if (faults && random.Chance(200))
                yield return Faulty(random, employer, number);
        }
    }

    /// <summary>The demo's people for companies that are not the demo's, such as those of an imported file.</summary>
    public static IEnumerable<DemoPerson> PeopleFor(IReadOnlyCollection<DemoEmployer> employers, int peoplePerEmployer = 42, ulong seed = 20260117) =>
        For(employers, employers.Count, employers.Count * peoplePerEmployer, seed);

    static double Crowd(ulong seed, int number)
    {
        // Walks each block of twenty in an order of its own, so that every block adds up to the same number of people.
        var random = new DemoRandom(seed ^ 0xC40D, number / Crowds.Length);
        int[] steps = [1, 3, 7, 9, 11, 13, 17, 19];
        var place = (random.Below(Crowds.Length) + number % Crowds.Length * random.Pick(steps)) % Crowds.Length;
        return Crowds[place] * (Crowds.Length / CrowdsTotal);
    }

    static readonly double CrowdsTotal = Crowds.Sum();

    static IEnumerable<DemoPerson> At(DemoRandom random, DemoEmployer employer, int key, int count)
    {
        var home = Countries.Named(employer.Country);
        var office = home.Cities.FirstOrDefault(city => city.Name == employer.City) ?? random.Pick(home.Cities);
        var shape = random.Below(4);
        DemoPerson? first = null;
        for (var i = 0; i < count; i++)
        {
            if (first is not null && random.Chance(25))
            {
                yield return SecondRecord(random, first, key + i);
                first = null;
                continue;
            }
            var person = Someone(random, employer, home, office, shape, key + i);
            if (first is null || random.Chance(200))
                first = person;
            yield return person;
        }
    }

    static DemoPerson Someone(DemoRandom random, DemoEmployer employer, Country home, City office, int shape, int key)
    {
        var speaks = random.Chance(880) ? home.Language : Countries.Any(random).Language;
        var woman = random.Chance(460);
        var first = random.Pick(woman ? speaks.Women : speaks.Men);
        var last = random.Pick(speaks.LastNames);
        var city = random.Chance(850) ? office : random.Pick(home.Cities);
        var unsubscribed = random.Chance(45);
        return new DemoPerson
        {
            SourceKey = $"P-{key}",
            AccountSourceKey = employer.SourceKey,
            Salutation = random.Chance(550) ? null : woman ? speaks.MissTitle : speaks.MisterTitle,
            FirstName = first.Text,
            MiddleName = speaks.FamilyNameFirst || !random.Chance(40) ? null : random.Pick(woman ? speaks.Women : speaks.Men).Text,
            LastName = last.Text,
            JobTitle = JobTitles.Any(random, home.Language, woman),
            Email = Address(first, last, employer.Domain, shape),
            Phone = random.Chance(280) ? null : random.Digits(city.Phone),
            MobilePhone = random.Chance(520) ? null : random.Digits(home.Mobile),
            City = random.Chance(180) ? null : city.Name,
            State = random.Chance(400) ? null : city.State,
            PostalCode = random.Chance(500) ? null : random.Digits(city.PostalCode),
            Country = random.Chance(80) ? null : home.Name,
            DateOfBirth = random.Chance(950) ? null : new DateOnly(1960 + random.Below(44), 1 + random.Below(12), 1 + random.Below(28)),
            LeadStatus = random.Below(20) switch { < 6 => "New", < 11 => "Working", < 14 => "Nurture", < 16 => "Qualified", < 17 => "Disqualified", _ => null },
            Unsubscribed = unsubscribed,
            UnsubscribedReason = unsubscribed && random.Chance(500) ? random.Chance(500) ? "Too many emails" : "Not relevant to me" : null,
            RoleInAccount = random.Below(20) switch { < 15 => "Employee", < 17 => "Contractor", < 18 => "Owner", _ => null },
            PreferredLanguage = random.Chance(350) ? null : speaks.Name,
        };
    }

    static string Address(Word first, Word last, string domain, int shape) => shape switch
    {
        0 => $"{first.Slug}.{last.Slug}@{domain}",
        1 => $"{first.Slug[0]}.{last.Slug}@{domain}",
        2 => $"{first.Slug}_{last.Slug}@{domain}",
        _ => $"{first.Slug}.{last.Slug.Replace("-", "", StringComparison.Ordinal)}@mail.{domain}",
    };

    /// <summary>The same person once more, as another system or a hurried colleague wrote them down.</summary>
    static DemoPerson SecondRecord(DemoRandom random, DemoPerson person, int key) => person with
    {
        SourceKey = $"W-{key}",
        DuplicateOf = person.SourceKey,
        FirstName = random.Below(3) switch { 0 => Latin.Plain(person.FirstName), 1 => person.FirstName.ToUpperInvariant(), _ => person.FirstName[..1] + "." },
        LastName = random.Chance(500) ? Latin.Plain(person.LastName) : person.LastName + " ",
        Email = random.Chance(500) ? person.Email.ToUpperInvariant() : person.Email,
        JobTitle = random.Chance(500) ? null : person.JobTitle,
        MobilePhone = null,
        Salutation = null,
        LeadStatus = "New",
    };

    static DemoPerson Faulty(DemoRandom random, DemoEmployer employer, int number)
    {
        var home = Countries.Named(employer.Country);
        var person = Someone(random, employer, home, random.Pick(home.Cities), 0, number) with { SourceKey = $"X-{number}" };
        return random.Below(3) switch
        {
            0 => person with { Email = "", Fault = DemoFault.EmailMissing },
            1 => person with
            {
                Email = random.Below(4) switch
                {
                    0 => person.Email.Replace("@", "(at)", StringComparison.Ordinal),
                    1 => person.Email.Replace(employer.Domain, "", StringComparison.Ordinal),
                    2 => person.Email.Replace(".", " ", StringComparison.Ordinal),
                    _ => "n/a",
                },
                Fault = DemoFault.EmailMalformed,
            },
            _ => person with { AccountSourceKey = $"A-0{number}", Fault = DemoFault.AccountUnknown },
        };
    }
}
