using Underpin.Access;

namespace Underpin.Demonstration;

/// <summary>One of the people of the story. The account is there once they have joined.</summary>
internal sealed class Person(string name, string role, string email)
{
    public string Name => name;
    public string Role => role;
    public string Email => email;
    public Guid Id { get; set; }
}

/// <summary>A school, trust, centre or awarding body of the story.</summary>
internal sealed class Place(string code, string name, OrganisationKinds kinds, string town)
{
    public string Code => code;
    public string Name => name;
    public OrganisationKinds Kinds => kinds;
    public string Town => town;
    public Guid Id { get; set; }
}

/// <summary>The people and organisations of the story. All are invented; addresses end in a name that can never be real.</summary>
internal sealed class Cast
{
    public Place Eitac { get; } = new("eitac", "Education IT Accreditation Council", OrganisationKinds.AwardingBody, "Marlhaven");
    public Place Estuary { get; } = new("estuary", "Estuary Training Centre", OrganisationKinds.Centre, "Port Estrey");
    public Place Trust { get; } = new("harbourside", "Harbourside Learning Trust", OrganisationKinds.Trust, "Saltmarsh");
    public Place Saltmarsh { get; } = new("saltmarsh", "Saltmarsh Academy", OrganisationKinds.School, "Saltmarsh");
    public Place Northquay { get; } = new("northquay", "Northquay School", OrganisationKinds.School, "Northquay");
    public Place LanternStreet { get; } = new("lantern-street", "Lantern Street Primary", OrganisationKinds.School, "Saltmarsh");
    public Place FishersRow { get; } = new("fishers-row", "Fisher’s Row Infants", OrganisationKinds.School, "Saltmarsh");

    public Person Joe { get; } = new("Joe Bright", "IT apprentice at Saltmarsh Academy, a learner in month seven", "joe.bright@harbourside.example");
    public Person Mei { get; } = new("Mei Lin", "technician for displays in three schools; every unit achieved, ready to be claimed", "mei.lin@harbourside.example");
    public Person Tom { get; } = new("Tom Ashworth", "network manager at Saltmarsh Academy; has asked for a place", "tom.ashworth@harbourside.example");
    public Person Ana { get; } = new("Ana Kovac", "senior technician at Northquay School, learner at Level 3 and assessor in training", "ana.kovac@harbourside.example");
    public Person Priya { get; } = new("Priya Nair", "director of IT of Harbourside Learning Trust, quality assurer at Estuary", "priya.nair@harbourside.example");
    public Person Helen { get; } = new("Dr Helen Marsh", "head of Saltmarsh Academy, school leader: who answers for what, and two ways to lead", "helen.marsh@harbourside.example");
    public Person Graham { get; } = new("Graham Teale", "business manager of Saltmarsh Academy, school leader and administrator", "graham.teale@harbourside.example");
    public Person Ngozi { get; } = new("Ngozi Adeyemi", "head of people of Harbourside Learning Trust, administrator of its other schools", "ngozi.adeyemi@harbourside.example");
    public Person Aisha { get; } = new("Aisha Bello", "ICT coordinator at Lantern Street Primary; holds the Level 2 award", "aisha.bello@harbourside.example");
    public Person Grace { get; } = new("Grace Muller", "office and IT assistant at Fisher’s Row Infants; her claim waits at EITAC", "grace.muller@harbourside.example");
    public Person Sam { get; } = new("Sam Okafor", "left Saltmarsh for web development; holds the Level 2 award", "sam.okafor@tidewater.example");
    public Person Callum { get; } = new("Callum Reid", "left Northquay; his certificate was revoked", "callum.reid@northmail.example");
    public Person Ruth { get; } = new("Ruth Delaney", "assessor at Estuary Training Centre", "ruth.delaney@estuary.example");
    public Person Owen { get; } = new("Owen Price", "lead quality assurer at Estuary Training Centre", "owen.price@estuary.example");
    public Person Bethan { get; } = new("Bethan Rees", "centre administrator of Estuary Training Centre", "bethan.rees@estuary.example");
    public Person Marcus { get; } = new("Marcus Bell", "awarding officer of EITAC", "marcus.bell@eitac.example");
    public Person Fatima { get; } = new("Fatima Rahman", "external quality assurer of EITAC", "fatima.rahman@eitac.example");
    public Person Lewis { get; } = new("Lewis Grant", "framework editor of EITAC; the draft of the next edition is open for comment", "lewis.grant@eitac.example");
    public Person Samira { get; } = new("Samira Haddad", "platform administrator", "samira.haddad@underpin.example");

    public IReadOnlyList<Place> Places => [Eitac, Estuary, Trust, Saltmarsh, Northquay, LanternStreet, FishersRow];

    public IReadOnlyList<Person> Everyone => [Joe, Mei, Tom, Ana, Priya, Ruth, Owen, Bethan, Marcus, Fatima, Lewis, Helen, Graham, Ngozi, Grace, Aisha, Sam, Callum, Samira];
}
