using static System.DayOfWeek;
using static Underpin.Demonstration.Piece;

namespace Underpin.Demonstration.Learners;

/// <summary>Knows every projector in three schools. All her units are achieved, and the centre may claim whenever it looks.</summary>
internal static class MeiLin
{
    static readonly Onlooker Music = new("Oliver Tranter", "oliver.tranter@harbourside.example", "Head of music at Saltmarsh Academy");
    static readonly Onlooker ClassSix = new("Yasmin Derry", "yasmin.derry@harbourside.example", "Class 6 teacher at Lantern Street Primary");

    public static void Tell(Story story, Cast cast)
    {
        var mei = new LearnerStory(story, cast, cast.Mei, "EITQ-L2A");
        var ruth = new Onlooker(cast.Ruth.Name, cast.Ruth.Email, "Assessor at Estuary Training Centre, who watched the work", cast.Ruth);
        mei.Asks(44, cast.Saltmarsh);
        mei.IsAccepted(44, "EIT205", "EIT208");

        mei.Achieves("EIT203", 38,
        [
            Account("Three schools, three charts", "1.1 1.2 1.3", "Saltmarsh has a chart with forty boxes, Lantern Street one with sixteen, Fisher's Row one I can draw on my hand. On each I marked whom I ask about a room, a ladder, a child and money. I sat an hour with Mr Tranter (he needs the hall's sound left as he left it, and a label on the fader nobody should touch) and an hour with a teaching assistant in Class 1 (she needs the display to start without the remote, because it is in the teacher's pocket). My notes say 'LRC', 'P5', 'Seahorses', depending on where I am."),
            Account("My week over three sites", "2.1 2.2 2.3 2.4 4.1", "Tuesday mornings are Lantern Street, because their hall has no PE; Thursdays from 14:45 Fisher's Row; the rest is Saltmarsh by the room timetable. I keep one calendar with the red days of all three: mocks, phonics, SATs, nativities, results. A fire alarm at Saltmarsh ate period 3 and with it my slot in S3, so it moved to Friday before registration, and I told the teacher which lessons would be without touch. What went wrong: I turned up at Fisher's Row on the day of their nativity with a drill. I had the date of the dress rehearsal. Now the office sends me the date of everything with costumes."),
            Witnessed("In Class 6 during maths", "3.1 3.2 3.3 3.4", ClassSix, "Mei knocked and waited for my nod. She reseated a lead behind the board while I taught, said one kind thing to the boy who asked, and later talked just as easily with a Year 1 in the corridor. She signs in, wears the yellow lanyard, and in our fire drill went to the visitors' line and gave her name."),
        ], "", "Three calendars in one: good thinking. Met.", cast.Owen, "Priya manages this learner’s manager, so I look at all of hers. Agreed.");

        mei.Achieves("EIT204", 28,
        [
            Account("Alone in rooms all day", "1.1 1.2 1.3 1.4 2.1 2.2 2.3", "I am the person who is in rooms when others are not, so this unit is about me. In each school I know the lead and the deputy by name and where they sit, and who it would be for an adult. I have written one form: what I saw on a desk, word for word, and nothing else. A Year 8 said 'can I tell you something'. I said yes, and that I might have to tell someone who helps, and I fetched the deputy before he had said it all. If a pupil comes in while I am on the platform, I come down, open the door and ask them to wait outside. Someone asked for my number to 'send a meme'; I said the school does not do that, and told his tutor. A teacher asked me to look in a colleague's files; I asked for the head's agreement and waited until I had it. If a display shows something that hurts children I would leave it lit, close the door and stay."),
            Account("Filters on displays", "3.1 3.2 3.3", "Displays have a browser too, and nobody tests those. I asked to add them to the test: panel, laptop, tablet, with the safe pages and the lead in the room. Two panels in H block let the page through. They were off the network within five minutes, and in the filter by Monday, when I tested again. The test alert reached her in eight minutes. Requests to open a site go on the form; I do not do favours."),
            Account("Pictures of faults", "4.1 4.2 4.3 4.4", "I photograph faults, so I look at what else is in the picture: in one there was a seating plan on the desk, and I cropped it before the maker saw it. Three kinds of data, three routes: a pupil's hearing notes by the SEND share, a contractor's details by the finance portal, a class photo only by the album. Before I mirror a teacher's laptop I ask, and wait. I left a tablet in Class 3 overnight and it was not there in the morning: I told the data lead at 08:05, with its number, the last time I had it, and that it had no pupil work on it. It was in the lost property."),
        ], "", "Nobody had thought of the displays. Met, with thanks.", cast.Owen, "3.1 goes beyond the sheet and is evidenced with times. Agreed.");

        mei.Achieves("EIT205", 15,
        [
            OfFile("A half-term of display faults", "2.1 2.2 2.3 2.4 2.5", "display-faults.csv", "Five of my faults in one half-term, with what was last seen to work, what I swapped and in which order, and what the class did meanwhile."),
            Observed("Servicing the hall projector", "1.1 1.2 1.3 1.4 3.1", ruth, "Main hall, Saltmarsh Academy", "Mei looked at the asbestos register and showed me the page for the hall, then the risk assessment, and chose the platform with a rail (2.1 metres; she said that at 2.5 she would have passed it on). The music teacher had agreed the hour and the hall was locked. Power off at the isolator, locked and tagged; thirty minutes' wait for the lamp, timed. Filter, vents and lens with brush, blower and the maker's cloth, in the maker's order; hours written down before and after. She explained why not compressed air indoors."),
            Account("Lamp, receiver, and a firmware that went wrong once", "3.2 3.3 3.4", "Renewed: a lamp in S1, a receiver in C10, a touch frame in H2; each time I tested the whole path, from the teacher's own laptop to the far wall. For picture I use a page with five sizes of text and sit in the furthest seat; for sound, a story read at the level of a tired teacher. Before firmware I photograph every settings page and save the file; in H4 the update lost the input names and I put them back from that in ten minutes."),
            Witnessed("A card anybody can follow, and rooms by priority", "4.1 4.2 4.3", ClassSix, "A supply teacher started our display from Mei's card while I watched and said nothing. Mei did all six of our rooms this half-term, round SATs and the play, from the plan on the staff-room wall, and gave our business officer a list with fault counts, ages and prices. Classes 6 and 1 come first, and she is right."),
        ], "I asked Ruth to come and watch the hall because it is the job that frightens people.", "I watched the hall, and would be glad to be the next person on that platform. Everything is met.", cast.Owen, "The assessor observed part of this herself, which the record says. The observation fits the learner’s own account and the tickets. Agreed.");

        mei.Adds("EIT208", 7, Wednesday, OfFile("School concert: running order", "1.1 1.2 1.3 1.4", "hall-running-order.pdf", "Made with Mr Tranter over two lunchtimes. The list of pupils who must not be filmed is with him; the order says only that there are five. Leads cross the aisle in the ramp by the fire door, and stands are taped at the feet."));
        mei.Adds("EIT208", 6, Wednesday, Account("Setting up, and what I do not trust", "2.1 2.2 2.3 2.4", "Everything comes back to one desk: four microphones, two players, one laptop, the screen. Levels with somebody really speaking from the lectern, the choir's front row and the floor, because the floor is where the thank-yous happen. The loop: I sat in row D with the tester, and then asked a parent who wears aids, who said the left side was weak; I moved the amplifier. What fails is microphones and laptops, so there is a third microphone on and muted, and a second laptop with the film already open."));
        mei.Adds("EIT208", 6, Thursday, Account("The hall for quiz night", "1.5", "The Friends of the school hired the hall. From their booking: one microphone, the projector, a table by the socket that is not behind the stage. They asked for wireless for twelve tables, so I made a guest pass from six until eleven that evening and for nothing else. At half past eleven I tried it from home and it was dead. The hall was a dining room again by eight."));
        mei.Adds("EIT208", 5, Wednesday, Witnessed("The concert", "3.1 3.2 3.3 4.1 4.2", Music, "Mei ran sound and picture for two hours to the order. In the jazz set the vocal microphone died; the spare was up before the end of the line and I doubt that anyone but us noticed. Camera two stayed where we had agreed, so that none of the five was ever in shot. At eight the next morning the hall was ready for mock desks. Afterwards we agreed two things: a second ramp, and a rehearsal with the film."));
        mei.Submits("EIT208", 4, Tuesday, "My last one.");
        mei.Accepted("EIT208", 4, Friday, cast.Ruth, "A concert where the hardest moment went unnoticed. All criteria are met, and with this unit your award is complete: well done, Mei.");
        mei.DrawnIfNot("EIT208", 3, Tuesday, cast.Owen, "first time the centre accepts this unit, and the last unit of this learner’s award.");
        mei.Agreed("EIT208", 3, Wednesday, cast.Owen, "Independent testimony, a real document, and a failure handled. Agreed. The centre may claim.");
    }
}
